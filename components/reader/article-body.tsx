'use client';

import { useLayoutEffect, useRef } from 'react';
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
  useLayoutEffect(() => {
    const article = ref.current!;
    const attach = () => store.attach(articleView(article));
    if (article.firstChild) attach();
    else
      import('./fetch-article').then(async ({ fetchArticle }) => {
        await fetchArticle(article, store.reading.place);
        attach();
      });
  }, [store]);
  return (
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
  );
}
