import '@/components/reader/reader.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { preload } from 'react-dom';
import { hyperlegible, reading as readingFont } from '@/app/fonts';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { DoneReading } from '@/components/annotation-round/done-reading';
import { RoundNotice } from '@/components/annotation-round/round-notice';
import { ArticleBody } from '@/components/reader/article-body';
import { EssayReader } from '@/components/reader/essay-reader';
import { EssayTitle } from '@/components/reader/essay-title';
import { handOver } from '@/components/reader/handover';
import { annotationsPath } from '@/components/reader/load-annotations';
import { ReaderAccount, ReaderPlace } from '@/components/reader/reader-ends';
import { RestorePlaceScript } from '@/components/reader/restore-place-script';
import { slotStyle } from '@/components/reader/slot-style';
import { may } from '@/lib/core/access/permissions';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { bylineHtml, withByline } from '@/lib/core/essay/byline-html';
import { atomType, feedPath } from '@/lib/core/feed/feed-path';
import { config } from '@/lib/server/config';
import { renderedArticle } from '@/lib/server/data/rendered-article';
import { answerWith } from '@/lib/server/http/answer-status';
import { loadReading } from './load-reading';

interface Props {
  params: Promise<{ group: string; essay: string }>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props): Promise<Metadata> => {
  const { group, essay } = await params;
  const { head } = await loadReading(group, essay);
  return {
    title: head.essay.title,
    authors: head.essay.authors.map((name) => ({ name })),
    alternates: {
      canonical: `/g/${head.group.slug}/${head.essay.slug}`,
      types: { [atomType]: feedPath(head.group.slug, head.essay.slug) },
    },
    ...(head.group.visibility === 'private' && { robots: { index: false, follow: false } }),
  };
});

export default orNothingHere(async function EssayPage({ params }: Props) {
  const { group, essay } = await params;
  const { viewer, head, round, reading } = await loadReading(group, essay);
  const place = { group: head.group.slug, essay: head.essay.slug };
  const path = `/g/${place.group}/${place.essay}`;
  const leads = may('round.open', head.group);
  const container = annotationService(place.group);
  answerWith(200, { link: `<${container}>; rel="${serviceOf}"` });
  const article = await renderedArticle(viewer, head);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const byline = bylineHtml(head.essay, head.version.words);
  handOver(article.key, article.showsTitle ? withByline(article.html, byline) : article.html);
  preload(annotationsPath(place.group, place.essay), { as: 'fetch', crossOrigin: 'anonymous' });
  return (
    <div
      className={`reading-page ${readingFont.variable} ${hyperlegible.variable}`}
      style={slotStyle(reading.tags)}
    >
      <EssayReader
        reading={reading}
        outline={article.outline}
        ends={[
          <ReaderPlace key="place" group={head.group} />,
          <ReaderAccount key="account" viewer={viewer.user} group={head.group} address={path} />,
        ]}
      >
        <link rel={serviceOf} href={container} />
        {!article.showsTitle && <EssayTitle title={head.essay.title} byline={byline} />}
        <noscript>
          <p className="reader-note">
            <a href={`${path}/annotations`}>All annotations as a list</a>
          </p>
        </noscript>
        {round && <RoundNotice place={place} round={round} leads={leads} />}
        <ArticleBody html={article.key} />
        {round?.state === 'alone' && round.mine !== null && (
          <aside aria-label="At the end of the reading" className="reader-round">
            <DoneReading place={place} round={round} leads={leads} isSecond />
          </aside>
        )}
        {reading.writes && (
          <p className="reader-note">
            <a
              href={`${path}/checked`}
              className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
            >
              Looked and found nothing? Say where.
            </a>
          </p>
        )}
        {leads && (
          <p className="reader-note">
            <a
              href={`${path}/rounds`}
              className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
            >
              Have people read it blind
            </a>
          </p>
        )}
        <p className="reader-printed">Annotations: {`${config().APP_URL}${path}/annotations`}</p>
        <RestorePlaceScript saved={reading.place} nonce={nonce} />
      </EssayReader>
    </div>
  );
});

/** https://www.w3.org/TR/annotation-protocol/#discovery-of-annotation-containers */
const serviceOf = 'http://www.w3.org/ns/oa#annotationService';
const annotationService = (group: string) =>
  corpusIris({ site: config().APP_URL, group: { slug: group } }).container;
