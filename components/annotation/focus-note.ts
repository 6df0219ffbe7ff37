/** Moves the focus to a note as soon as it stands in the page, which takes a few frames; then no longer. */
export const focusNote = (id: string): void => focusWhenThere(`a-${id}`);

/** The same for a reply, which comes into view as well: a long thread ends below the window. */
export const focusReply = (id: string): void => focusWhenThere(`r-${id}`, { isShown: true });

function focusWhenThere(id: string, { isShown = false, frames = 30 } = {}): void {
  const element = document.getElementById(id);
  if (!element) {
    if (frames > 0) requestAnimationFrame(() => focusWhenThere(id, { isShown, frames: frames - 1 }));
    return;
  }
  element.focus({ preventScroll: true });
  if (isShown) element.scrollIntoView({ block: 'nearest' });
}
