import type { ReaderStore } from './reader-store';

/**
 * Shows a footnote beside its reference instead of leaping to the end of the text: by click, tap or Enter. Escape, a
 * click elsewhere, or the reference again closes it. Without script the references are plain links. Returns how to stop.
 */
export function watchFootnotes(store: ReaderStore): () => void {
  const article = store.get().article?.article;
  if (!article) return () => {};
  const note = document.createElement('aside');
  note.className = 'reader-footnote';
  note.popover = 'auto';
  note.tabIndex = -1;
  note.lang = article.lang;
  note.setAttribute('role', 'note');
  let opener: HTMLElement | null = null;
  const click = (event: MouseEvent) => {
    const reference = (event.target as Element).closest<HTMLAnchorElement>('a.fnref');
    const text = reference && document.querySelector(`${idSelector(reference.hash)} .fntext`);
    if (!text || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    note.replaceChildren(copyOf(text));
    note.setAttribute('aria-label', `Footnote ${reference.textContent}`);
    opener = reference;
    reference.after(note);
    note.showPopover();
    stand(note, reference.getBoundingClientRect());
    note.focus({ preventScroll: true });
  };
  const toggled = (event: Event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    if (note.contains(document.activeElement) || document.activeElement === document.body)
      opener?.focus({ preventScroll: true });
    note.remove();
  };
  article.addEventListener('click', click);
  note.addEventListener('toggle', toggled);
  return () => {
    article.removeEventListener('click', click);
    note.remove();
  };
}

const idSelector = (hash: string) => `#${CSS.escape(decodeURIComponent(hash.slice(1)))}`;

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
  const left = Math.max(12, Math.min(reference.left - width / 3, innerWidth - width - 12));
  const under = reference.bottom + 8;
  note.style.left = `${left}px`;
  note.style.top = `${under + height > innerHeight - 12 ? Math.max(12, reference.top - height - 8) : under}px`;
}
