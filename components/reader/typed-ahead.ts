/** Milliseconds that a box to write in may take to come. */
const PATIENCE = 3_000;

/** Keeps what is typed between the press that asks for a box to write in and the moment that box is there. */
export function typedAhead() {
  let typed: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    document.removeEventListener('focusin', give);
    typed = null;
  };
  const give = ({ target: box }: FocusEvent) => {
    if (!(box instanceof HTMLTextAreaElement)) return;
    const text = typed;
    end();
    if (!text || box.readOnly) return;
    // After whoever gave it the focus has done so.
    queueMicrotask(() => {
      box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  };
  return {
    begin() {
      end();
      typed = '';
      document.addEventListener('focusin', give);
      timer = setTimeout(end, PATIENCE);
    },
    /** Whether the press was meant for that box, which keeps it. */
    keep({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
      if (typed === null || ctrlKey || metaKey || altKey) return false;
      if (key === 'Backspace') typed = typed.slice(0, -1);
      else if (key === 'Enter') typed += '\n';
      else if ([...key].length === 1) typed += key;
      else {
        if (key === 'Escape') end();
        return false;
      }
      return true;
    },
  };
}
