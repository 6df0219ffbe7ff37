import { useEffect, useEffectEvent } from 'react';

/** No page hears of the mouse while something is dragged: https://html.spec.whatwg.org/multipage/dnd.html */
const signs = ['drop', 'dragend', 'mousemove'];

/** Calls `end` when a drag is over, after the drop was taken; also when what was dragged has left the page and ends silently. */
export function useDragEnd(isDragging: boolean, end: () => void): void {
  const onEnd = useEffectEvent(end);
  useEffect(() => {
    if (!isDragging) return;
    const done = () => setTimeout(() => onEnd());
    for (const sign of signs) document.addEventListener(sign, done, true);
    return () => {
      for (const sign of signs) document.removeEventListener(sign, done, true);
    };
  }, [isDragging]);
}
