/** Moves the focus to a note as soon as it stands in the page, which takes a few frames; then no longer. */
export const focusNote = (id: string): void => focusWhenThere(`a-${id}`);

/** The same for a reply. */
export const focusReply = (id: string): void => focusWhenThere(`r-${id}`);

function focusWhenThere(id: string, frames = 30): void {
  const element = document.getElementById(id);
  if (element) element.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(id, frames - 1));
}
