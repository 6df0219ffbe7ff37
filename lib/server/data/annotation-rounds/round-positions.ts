import 'server-only';
import { inCodePoints } from '@/lib/core/anchoring/code-points';
import type { RoundPositions, RoundPositionsChoice } from '@/lib/core/api/annotation-rounds';
import { byId } from '@/lib/core/crux/grouped';
import { namer, spansBy, tokenPlaces } from '@/lib/server/data/agreement/positions';
import { query } from '@/lib/server/data/database';
import { consents } from '@/lib/server/data/export/consents';
import type { Viewer } from '@/lib/server/data/viewer';
import type { RoundPlace } from './annotation-rounds';
import { roundMarks } from './round-marks';

/**
 * Everything the figures of a revealed round were made of, before and after it was talked about, as an export: names,
 * pseudonyms and who is left out are as everywhere (export/consents.ts).
 */
export async function roundPositions(
  viewer: Viewer,
  place: RoundPlace,
  asked: RoundPositionsChoice,
): Promise<RoundPositions> {
  const { scope, round, facts, text, before, after } = await roundMarks(viewer, place);
  const { personOf } = await consents(
    { query: (sql, values) => query('round-people', sql, values) },
    { group: scope.group, viewer: viewer.user?.id ?? null, choice: { scope: 'group', ...asked } },
  );
  const named = namer(personOf, new Set([...before, ...after].map(({ author }) => author)));
  const inPoints = inCodePoints(text.points);
  const [then, now] = [spansBy(before, inPoints), spansBy(after, inPoints)];
  const annotators = facts.annotators.flatMap((user) => {
    const who = named(user);
    return who ? [{ ...who, before: then(user), after: now(user) }] : [];
  });
  const { slug, title, version, language, sha256 } = facts;
  return {
    schema: 'cruxbook/round-positions/1',
    group: scope.group.slug,
    offsets: 'unicode code points',
    round: { id: round.id, title: round.title, opened: round.opens, revealed: round.ended ?? round.opens },
    tags: facts.tags,
    essay: { slug, title, version, language, sha256 },
    tokens: await tokenPlaces(facts, inPoints),
    leftOut: facts.annotators.length - annotators.length,
    // In an order that tells nothing of who they are.
    annotators: annotators.sort((a, b) => byId(a.id, b.id)),
  };
}
