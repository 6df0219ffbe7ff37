'use client';

import { useEffect } from 'react';

/** Shows where the text cursor is while somebody selects with it, and keeps it in view. */
export function TextCaret(): null {
  useEffect(() => {
    const caret = document.createElement('div');
    caret.className = 'reader-caret';
    const draw = () => {
      const selection = document.getSelection();
      if (!selection?.focusNode) return;
      const range = document.createRange();
      range.setStart(selection.focusNode, selection.focusOffset);
      const rects = range.getClientRects();
      const rect =
        rects[rects.length - 1] ?? (selection.focusNode as Element).parentElement!.getBoundingClientRect();
      caret.style.height = `${rect.height}px`;
      caret.style.transform = `translate(${rect.left + scrollX}px, ${rect.top + scrollY}px)`;
      if (!caret.isConnected) document.body.append(caret);
      caret.scrollIntoView({ block: 'nearest' });
    };
    draw();
    document.addEventListener('selectionchange', draw);
    addEventListener('resize', draw);
    return () => {
      caret.remove();
      document.removeEventListener('selectionchange', draw);
      removeEventListener('resize', draw);
    };
  }, []);
  return null;
}
