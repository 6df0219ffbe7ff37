/** The one footnote that is open. */
let open: HTMLElement | null = null;

/**
 * Shows a footnote beside its reference instead of leaping to the end of the text. Escape or a click elsewhere closes
 * it, and the focus returns to the reference.
 */
export function showFootnote(reference: HTMLAnchorElement, text: Element): void {
  open?.remove();
  const note = document.createElement('aside');
  open = note;
  note.className = 'reader-footnote';
  note.popover = 'auto';
  note.tabIndex = -1;
  note.lang = reference.closest('article')?.lang ?? '';
  note.setAttribute('role', 'note');
  note.setAttribute('aria-label', `Footnote ${reference.textContent}`);
  note.append(copyOf(text));
  note.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    if (note.contains(document.activeElement) || document.activeElement === document.body)
      reference.focus({ preventScroll: true });
    note.remove();
  });
  reference.closest('.reader')?.append(note);
  note.showPopover();
  stand(note, reference.getBoundingClientRect());
  note.focus({ preventScroll: true });
}

/** Its words and links, without what names a place in the text. */
function copyOf(text: Element): DocumentFragment {
  const copy = document.createDocumentFragment();
  copy.append(...[...text.childNodes].map((node) => node.cloneNode(true)));
  for (const ref of copy.querySelectorAll('a.ref')) ref.remove();
  for (const mark of copy.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  for (const element of copy.querySelectorAll('[id]')) {
    element.removeAttribute('id');
    element.removeAttribute('data-start');
  }
  return copy;
}

/** Under the reference, or over it where there is no room. */
function stand(note: HTMLElement, reference: DOMRect): void {
  const { width, height } = note.getBoundingClientRect();
  const right = document.documentElement.clientWidth - 12;
  const left = Math.max(12, Math.min(reference.left - width / 3, right - width));
  const under = reference.bottom + 8;
  note.style.left = `${left}px`;
  note.style.top = `${under + height > innerHeight - 12 ? Math.max(12, reference.top - height - 8) : under}px`;
}
