/** Told to the window, with the number, when it changes how much in the inbox is unread. */
export const unreadChanged = 'unread';

/** Shows the number at every bell of the page (components/ui/bell.tsx). */
export function showUnread(unread: number): void {
  const shown = unread > 99 ? '99+' : `${unread}`;
  document.documentElement.style.setProperty('--unread', unread > 0 ? `"${shown}"` : null);
  dispatchEvent(new CustomEvent(unreadChanged, { detail: unread }));
}
