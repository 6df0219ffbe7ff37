/** Where the focus can wait when what had it is gone. */
const places = 'li, article, section, form, fieldset, header, main';

/**
 * Remembers what has the focus before something changes. What it returns puts it back when the change took it away: on the
 * same element, or else on the place it stood in, so that neither keys nor a screen reader begin at the top again. A focus
 * that went elsewhere stays there.
 */
export function keepFocus(): () => void {
  const origin = document.activeElement;
  if (!(origin instanceof HTMLElement) || origin === document.body) return () => {};
  const around: HTMLElement[] = [];
  for (let one = origin.parentElement; one; one = one.parentElement)
    if (one.matches(places)) around.push(one);
  return () => {
    if (document.activeElement !== document.body) return;
    origin.focus({ preventScroll: true });
    if (document.activeElement === origin) return;
    const place = around.find((one) => one.isConnected);
    const target = place?.matches('li') ? place : (place?.querySelector<HTMLElement>('h1, h2, h3') ?? place);
    if (!target) return;
    if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
}
