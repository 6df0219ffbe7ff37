/** Whether keys become words there. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('textarea, [contenteditable], input:not([type=radio], [type=checkbox])') !== null;
