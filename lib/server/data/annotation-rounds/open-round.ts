import 'server-only';
import { query } from '@/lib/server/data/database';
import type { ThreadScope } from '@/lib/server/data/thread';
import type { Viewer } from '@/lib/server/data/viewer';

/** SQL of the id of the round in which a person reads an essay alone, given as expressions; no row where they do not. */
export const openRound = ({ group, essay, person }: { group: string; essay: string; person: string }) => `
    SELECT round.id FROM annotation_round round JOIN round_annotator asked ON asked.round_id = round.id
    WHERE round.group_id = ${group} AND round.essay_id = ${essay} AND asked.user_id = ${person} AND round.state = 'alone'`;

/** The round stays open until the transaction ends: who seals a mark in it must not come after its reveal. */
export const keptOpen = ' FOR SHARE OF round';

/** SQL: whether a round looks for a tag. Where there is no round, or it names no tags, everything may be marked. */
export const isAsked = (tag: string, round: string) => `NOT EXISTS (
    SELECT 1 FROM round_tag x WHERE x.round_id = ${round} HAVING count(*) > 0 AND NOT bool_or(x.tag_id = ${tag}))`;

/** Said of tags that cannot be set, by whoever reads alone or not. */
export const unknownTags =
  'The vocabulary of the group, or the round you read in, does not have all of these tags.';

/** The round that the viewer reads in, where the annotation stands; null: they do not read alone. */
export async function roundOfReader(
  viewer: Viewer,
  { id, essay }: ThreadScope,
  lock: '' | typeof keptOpen,
): Promise<string | null> {
  const [row] = await query<{ id: string }>(
    `round-of-reader${lock}`,
    openRound({ group: '$1::uuid', essay: '$2::uuid', person: '$3::uuid' }) + lock,
    [id, essay, viewer.user?.id ?? null],
  );
  return row?.id ?? null;
}
