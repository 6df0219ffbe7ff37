import './decided-line.css';
import { type Desk, useDesk, useDeskState } from '@/components/annotation/desk';
import { TagLabels } from '@/components/annotation/tag-label';
import { api } from '@/components/api-client';
import { useReader } from '@/components/reader/reader-store';
import { fateWords } from './verdict-words';

/** Fetches what was decided about the annotations of the essay, to stand in their notes. */
export async function loadDecisions(desk: Desk): Promise<void> {
  const { group, essay } = desk.store.reading;
  try {
    const params = { group: group.slug, essay: essay.slug };
    const { items, decisions } = await api('GET /groups/{group}/essays/{essay}/adjudication/decisions', {
      params,
    });
    const made = new Map(decisions.map((decision) => [decision.id, decision]));
    const about = new Map(
      items.flatMap((item) => {
        const decision = made.get(item.decision);
        return decision ? [[item.annotation, { ...item, decision }]] : [];
      }),
    );
    desk.patch({ decided: { about, Line: DecidedLine } });
  } catch {}
}

/** What was decided about an annotation, by whom and why, and where to see it beside the other readings. */
function DecidedLine({ annotation }: { annotation: string }) {
  const { group, essay, tags } = useDesk().store.reading;
  const article = useReader((state) => state.article);
  const decided = useDeskState((state) => state.decided?.about.get(annotation));
  if (!decided) return null;
  const { fate, retagged, moved, decision } = decided;
  const quote = (start: number, end: number) =>
    article?.quote({ start: article.points.toUtf16(start), end: article.points.toUtf16(end) });
  return (
    <div className="note-decided">
      <p>
        <b>{fateWords(decision.verdict, fate)}</b> by <bdi>{decision.by.name}</bdi>{' '}
        <a
          href={`/g/${group.slug}/${essay.slug}/adjudicate?of=${annotation}`}
          onClick={(event) => event.stopPropagation()}
        >
          All readings
        </a>
      </p>
      {fate !== 'kept' &&
        decision.marks.map(({ id, start, end, tags: slugs }) => (
          <p key={id} className="stands">
            <TagLabels tags={tags} slugs={slugs} />
            <q dir="auto">{quote(start, end)}</q>
          </p>
        ))}
      {decision.reason && <p dir="auto">{decision.reason}</p>}
      {retagged && <p>It has other tags by now.</p>}
      {moved && <p>It stands on other words by now.</p>}
    </div>
  );
}
