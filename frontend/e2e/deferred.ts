/** A promise that a test keeps when it wants to. */
export function deferred() {
  let resolve: (() => void) | undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, keep: () => resolve?.() };
}
