'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useReader, useReaderStore } from './reader-store';
import { type Ambiguity, watchPointer } from './watch-pointer';

const OverlapList = lazy(() => import('./overlap-list'));

/** Opens what is clicked on, and where that is not clear, asks. */
export function PointerTarget() {
  const store = useReaderStore();
  const article = useReader((state) => state.article);
  const [question, setQuestion] = useState<Ambiguity | null>(null);
  useEffect(() => (article ? watchPointer(store, setQuestion) : undefined), [store, article]);
  return (
    question && (
      <Suspense>
        <OverlapList key={question.ids.join()} question={question} onDone={() => setQuestion(null)} />
      </Suspense>
    )
  );
}
