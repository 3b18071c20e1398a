/** A promise that a test resolves when it is ready. */
export function deferred() {
  let resolve: (() => void) | undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, keep: () => resolve?.() };
}
