/** Moves the focus to a card as soon as it stands in the page, which takes a few frames; then no longer. */
export function focusCard(id: string, frames = 30): void {
  const card = document.getElementById(`a-${id}`);
  if (card) card.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusCard(id, frames - 1));
}
