'use client';

import { useEffect, useState } from 'react';
import { onDemand } from './on-demand';
import { useReader, useReaderStore } from './reader-store';
import { type Ambiguity, watchPointer } from './watch-pointer';

const OverlapList = onDemand(async () => (await import('./overlap-list')).default);

/** Opens what is clicked on, and where that is not clear, asks. */
export function PointerTarget() {
  const store = useReaderStore();
  const article = useReader((state) => state.article);
  const [question, setQuestion] = useState<Ambiguity | null>(null);
  useEffect(() => (article ? watchPointer(store, setQuestion) : undefined), [store, article]);
  return (
    question && <OverlapList key={question.ids.join()} question={question} onDone={() => setQuestion(null)} />
  );
}
