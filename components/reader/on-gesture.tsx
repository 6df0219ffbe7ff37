'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useReader } from './reader-store';

const kinds = ['pointerover', 'pointerdown', 'pointerup', 'click', 'focusin'];

/** Fetches what follows hands in the text when they first do something there, and hands that on. */
export function OnGesture() {
  const article = useReader((state) => state.article)?.article;
  const collected = useRef<Event[]>([]);
  const collecting = useRef(new AbortController());
  const [found, setFound] = useState<{ Gestures: ComponentType<{ missed: () => readonly Event[] }> }>();
  const [missed] = useState(() => () => {
    collecting.current.abort();
    return collected.current.splice(0);
  });
  useEffect(() => {
    if (!article) return;
    collecting.current = new AbortController();
    const note = (event: Event) => {
      if (collected.current.push(event) > 1) return;
      import('./gestures').then(setFound, () => collected.current.splice(0));
    };
    for (const kind of kinds) article.addEventListener(kind, note, collecting.current);
    document.addEventListener('selectionchange', note, collecting.current);
    return () => collecting.current.abort();
  }, [article]);
  return article && found && <found.Gestures missed={missed} />;
}
