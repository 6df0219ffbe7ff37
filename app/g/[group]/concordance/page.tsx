import { Download } from 'lucide-react';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { GroupFrame } from '@/components/group/group-frame';
import { ConcordanceForm } from '@/components/search/concordance-form';
import { ConcordanceLines } from '@/components/search/concordance-lines';
import { whyNothing } from '@/components/search/no-hits';
import { QueryTooLong } from '@/components/search/query-too-long';
import { buttonClass } from '@/components/ui/button';
import { ConcordanceQuery, longestQuery } from '@/lib/core/api/search';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { essayTitles } from '@/lib/server/data/essays';
import { groupOf } from '@/lib/server/data/groups';
import { concordance } from '@/lib/server/data/search/concordance';
import { listTags } from '@/lib/server/data/tags';
import { spendPage } from '@/lib/server/http/spend-page';

interface Props {
  params: Promise<{ group: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props) => {
  const group = await groupOf(await currentViewer(), (await params).group);
  return { title: `Concordance of ${group.name}`, robots: { index: false } };
});

/** What an address of somebody's making says wrongly is passed over. */
function askedIn(search: Record<string, string | string[] | undefined>): ConcordanceQuery {
  const said = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
  const fits = said.filter(([name, value]) => ConcordanceQuery.safeParse({ [name]: value }).success);
  return ConcordanceQuery.parse(Object.fromEntries(fits));
}

export default orNothingHere(async function ConcordancePage({ params, searchParams }: Props) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const search = await searchParams;
  const asked = askedIn(search);
  const typed = typeof search.q === 'string' ? search.q.trim() : '';
  const isTooLong = typed.length > longestQuery;
  await spendPage('search', viewer);
  const [group, tags, essays, { lines, capped }] = await Promise.all([
    groupOf(viewer, slug),
    listTags(viewer, slug),
    essayTitles(viewer, slug),
    concordance(viewer, slug, asked),
  ]);
  const isAsked = asked.q !== '' || asked.tag !== undefined;
  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      <div className="mb-4 max-w-prose">
        <h2 className="text-2xl">Concordance</h2>
        <p className="mt-1 text-ink-2">
          Every place of a word, or every passage with a tag, in the words around it.
        </p>
      </div>
      <ConcordanceForm
        asked={isTooLong ? { ...asked, q: typed } : asked}
        essays={essays}
        tags={tags.filter(({ retired }) => !retired)}
      />
      {isTooLong && <QueryTooLong q={typed} />}
      {isAsked && !isTooLong && (
        <>
          <div className="mt-6 mb-3 flex flex-wrap items-center justify-between gap-3">
            <p role="status" className="text-ink-2">
              {lines.length === 0 && 'Nothing found.'}
              {lines.length === 0 &&
                asked.q !== '' &&
                ` ${whyNothing(asked.q) ?? 'Try its beginning alone: fox* finds foxes as well.'}`}
              {lines.length === 1 && '1 line'}
              {lines.length > 1 && `${lines.length} lines`}
              {capped && ', the first of more'}
            </p>
            {lines.length > 0 && (
              <a
                href={`/api/v1/groups/${group.slug}/concordance.csv?${query}`}
                className={buttonClass('outline', 'sm')}
                download
              >
                <Download size={16} aria-hidden="true" /> CSV
              </a>
            )}
          </div>
          {lines.length > 0 && <ConcordanceLines lines={lines} isOfWords={asked.q !== ''} />}
        </>
      )}
    </GroupFrame>
  );
});
