/** Moves the focus to the next (or previous) player of the list. */
export function moveThroughRows(step: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>("[data-player-link]")];
  const row = document.activeElement?.closest("[data-player]");
  const current = links.findIndex((link) => row?.contains(link));
  const next = current < 0 ? 0 : current + step;
  links[next]?.focus();
}
