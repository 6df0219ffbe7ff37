import { type RefObject, useEffect } from 'react';

/** Keeps something at the lower edge above the keyboard of a phone: `--above` and `--visible` in CSS pixels. */
export function useVisibleHeight(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const fit = () => {
      const hidden = Math.max(0, innerHeight - view.height - view.offsetTop);
      element.current?.style.setProperty('--above', `${hidden}px`);
      element.current?.style.setProperty('--visible', `${view.height}px`);
    };
    fit();
    view.addEventListener('resize', fit);
    view.addEventListener('scroll', fit);
    return () => {
      view.removeEventListener('resize', fit);
      view.removeEventListener('scroll', fit);
    };
  });
}
