'use client';

import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { articleView } from './article-view';
import { handedOver } from './handover';
import { useReaderStore } from './reader-store';
import { placeKey } from './restore-place';

interface Props {
  /** Key of the HTML that the page handed over. */
  html: string;
}

/** The article. React renders its HTML on the server and never touches what is inside; the painter does. */
export function ArticleBody({ html }: Props) {
  const store = useReaderStore();
  const ref = useRef<HTMLElement>(null);
  const [isMissing, setMissing] = useState(false);
  const attach = useCallback(async () => {
    const article = ref.current!;
    setMissing(false);
    try {
      if (!article.firstChild)
        await (await import('./fetch-article')).fetchArticle(article, store.reading.place);
      store.attach(articleView(article));
    } catch {
      setMissing(true);
    }
  }, [store]);
  useLayoutEffect(() => void attach(), [attach]);
  return (
    <>
      <article
        ref={ref}
        id="essay"
        lang={store.reading.essay.language}
        data-place={placeKey(store.reading.essay.id)}
        dir="auto"
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: from our own serialiser of a validated document
        dangerouslySetInnerHTML={{ __html: handedOver(html) }}
      />
      {isMissing && (
        <p role="alert" className="reader-missing">
          The text could not be loaded.
          <button type="button" onClick={attach}>
            Try again
          </button>
        </p>
      )}
    </>
  );
}
