'use client';

import { useEffect, useState } from 'react';
import { onDemand } from './on-demand';
import { useReaderStore } from './reader-store';
import { watchSelection } from './selection-draft';
import { type Ambiguity, watchPointer } from './watch-pointer';
import { watchTaps } from './watch-taps';

const OverlapList = onDemand(async () => (await import('./overlap-list')).default);

interface Props {
  /** Stops collecting, and gives what was collected. */
  missed: () => readonly Event[];
}

/** What hands do in the text: opens what is clicked on, and where that is not clear, asks; offers what is selected. */
export function Gestures({ missed }: Props) {
  const store = useReaderStore();
  const [question, setQuestion] = useState<Ambiguity | null>(null);
  useEffect(() => {
    const stops = [watchPointer(store, setQuestion), watchSelection(store), watchTaps(store)];
    for (const event of missed()) again(event);
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, missed]);
  return (
    question && <OverlapList key={question.ids.join()} question={question} onDone={() => setQuestion(null)} />
  );
}

/** What a link of the text does, the browser has done already. */
function again(event: Event): void {
  const { target, type } = event;
  if (target instanceof Element && target.closest('a')) return;
  const Kind = event.constructor as typeof Event;
  target?.dispatchEvent(new Kind(type, event));
}
