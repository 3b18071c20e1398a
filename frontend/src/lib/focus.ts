/** Focuses the first invalid field once the messages are rendered. */
export function focusFirstError() {
  setTimeout(() => document.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
}
