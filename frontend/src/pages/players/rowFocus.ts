/** Moves the focus to the next (1) or previous (-1) player in the list. */
export function focusNextRow(step: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>("[data-player-link]")];
  const row = document.activeElement?.closest("[data-player]");
  const current = links.findIndex((link) => row?.contains(link));
  const next = current < 0 ? 0 : current + step;
  links[next]?.focus();
}
