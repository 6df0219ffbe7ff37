type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'search');

/** Knows whether somebody has begun to fill in a form that is still before them. */
export function watchWriting() {
  const touched = new Set<Field>();
  const note = ({ target }: Event) => {
    if (isField(target) && target.form) touched.add(target);
  };
  document.addEventListener('input', note);
  return {
    isUnsent: () =>
      [...touched].some((field) => field.isConnected && field.value !== '' && field.checkVisibility()),
    stop: () => document.removeEventListener('input', note),
  };
}
