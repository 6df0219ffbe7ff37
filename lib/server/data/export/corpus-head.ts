import 'server-only';
import type { CorpusCard, CorpusHead, CorpusTag } from '@/lib/core/corpus/corpus';
import { software } from '@/lib/core/corpus/software';
import { countCards } from '@/lib/core/export/count-cards';
import { config } from '@/lib/server/config';
import type { Snapshot } from '@/lib/server/data/database';
import { wireTime } from '@/lib/server/data/wire-time';
import type { Chosen } from './chosen';
import type { PersonOf } from './consents';
import type { ListedDecision } from './corpus-adjudications';
import { lastReaction } from './corpus-annotations';
import { lastBelief } from './corpus-cards';
import { countChecks } from './corpus-coverage';
import type { ListedDocument } from './corpus-documents';

/** Words, and, unless they alone are taken, what they answer; the threads come whole. `only`: to annotations on these versions. */
const countedReplies = ({ annotations, replies, values, takes }: Chosen, only: boolean) => `
  WITH RECURSIVE standing AS (
    SELECT r.id, r.parent_id FROM reply r JOIN annotation a ON a.id = r.annotation_id
    WHERE ${annotations} AND ${replies} AND ${only ? `EXISTS (SELECT 1 FROM target t WHERE t.annotation_id = a.id AND t.essay_version_id = ANY($${values.length + 1}::uuid[]))` : 'true'}
    UNION
    SELECT p.id, p.parent_id FROM reply p JOIN standing s ON p.id = s.parent_id AND ${!takes.partly.includes('replies')}
  ) SELECT count(*)::int AS n FROM standing`;

async function countReplies(
  snapshot: Snapshot,
  chosen: Chosen,
  { documents, isWhole }: Pick<Parts, 'documents' | 'isWhole'>,
): Promise<number> {
  const only = isWhole ? [] : [documents.map(({ id }) => id)];
  const [row] = await snapshot.query<{ n: number }>(countedReplies(chosen, !isWhole), [
    ...chosen.values,
    ...only,
  ]);
  return row?.n ?? 0;
}

type TagRow = CorpusTag & { id: string; changed: string };

/** The vocabulary in its order; ids by which annotations bear them. */
export const corpusTags = (snapshot: Snapshot, { group }: Chosen): Promise<TagRow[]> =>
  snapshot.query<TagRow>(
    `SELECT id, slug, name, definition, slot, line, glyph, retired_at IS NOT NULL AS retired,
       ${wireTime('changed_at')} AS changed
     FROM tag WHERE group_id = $1::uuid ORDER BY position, slug`,
    [group.id],
  );

type GroupRow = CorpusHead['group'] & { changed: string; markdown: string; version: number };

interface Parts {
  documents: readonly ListedDocument[];
  /** Nothing that was chosen stays behind with a text that may not be passed on. */
  isWhole: boolean;
  hiddenPositions: number;
  untold: CorpusHead['untold'];
  cards: readonly CorpusCard[];
  decisions: readonly ListedDecision[];
  tags: readonly TagRow[];
  personOf: PersonOf;
}

/** What is known of an export before its first record. */
export async function corpusHead(snapshot: Snapshot, chosen: Chosen, parts: Parts): Promise<CorpusHead> {
  const { documents, cards, hiddenPositions, untold, decisions, tags, personOf } = parts;
  const [group] = await snapshot.query<GroupRow>(
    `SELECT id, slug, name, description, visibility, ${wireTime('changed_at')} AS changed, guideline AS markdown,
       guideline_version AS version FROM "group" WHERE id = $1::uuid`,
    [chosen.group.id],
  );
  const { changed, markdown, version, ...rest } = group!;
  const replies = chosen.has('replies') ? await countReplies(snapshot, chosen, parts) : 0;
  const { checks, last } = await countChecks(snapshot, chosen, documents);
  const { APP_URL } = config();
  const { salt: _, people, ...choice } = chosen.choice;
  return {
    group: rest,
    tags: tags.map(({ id: _, changed: __, ...tag }) => tag),
    ...(version > 0 && { guideline: { version, markdown } }),
    // The word that pseudonyms are made with, and whom they stand for, stay here.
    choice: { ...choice, people: people?.flatMap((id) => personOf(id)?.id ?? []) },
    counts: {
      documents: documents.length,
      annotations: documents.reduce((n, { annotations }) => n + annotations, 0),
      replies,
      ...countCards(cards, chosen.takes),
      checks,
      ...(decisions.length > 0 && {
        adjudications: decisions.length,
        adjudicated: decisions.reduce((n, { marks }) => n + marks.length, 0),
      }),
    },
    ...(hiddenPositions > 0 && { hiddenPositions }),
    ...(untold && { untold }),
    changed: latest([
      changed,
      last,
      await lastReaction(snapshot, chosen, documents),
      await lastBelief(snapshot, chosen, cards),
      ...[...tags, ...documents, ...cards].map((one) => one.changed),
      ...[...cards.flatMap(({ positions }) => positions), ...decisions].map((one) => one.created),
    ]),
    site: APP_URL,
    software,
  };
}

const latest = (times: readonly (string | null)[]): string =>
  times.reduce<string>((last, time) => (time !== null && time > last ? time : last), '');
