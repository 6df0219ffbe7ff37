'use client';

import { type ComponentProps, useEffect, useRef, useState, useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Takes the focus when the gesture that brought it has lost the one there was, so that keys and screen readers go on from
 * here. What the server sent with the page lets the page begin where pages begin.
 */
export function FocusOnArrival(props: ComponentProps<'div'>) {
  const element = useRef<HTMLDivElement>(null);
  const isLater = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [arrived] = useState(isLater);
  useEffect(() => {
    if (arrived && document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, [arrived]);
  return <div {...props} ref={element} tabIndex={-1} />;
}
