import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/** Gives the focus back to what had it before it came into something that goes away. Answers with its `onFocus`. */
export function useFocusBack(element: RefObject<HTMLElement | null>): (event: FocusEvent) => void {
  const before = useRef<HTMLElement>(null);
  useLayoutEffect(
    () => () => {
      if (element.current?.contains(document.activeElement)) before.current?.focus({ preventScroll: true });
    },
    [element],
  );
  return ({ currentTarget, relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      before.current = relatedTarget;
  };
}
