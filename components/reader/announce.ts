/** Id of the one polite live region of the page. */
export const announcerId = 'announcer';

/** Has a screen reader say it when it is next silent; the last of several quick ones counts. */
export function announce(message: string): void {
  const region = document.getElementById(announcerId);
  if (!region) return;
  region.textContent = '';
  // A region that says the same twice is silent the second time, unless it was empty in between.
  requestAnimationFrame(() => {
    region.textContent = message;
  });
}
