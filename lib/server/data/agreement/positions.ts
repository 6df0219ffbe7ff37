import 'server-only';
import type { AgreementPositions } from '@/lib/core/api/agreement';
import { notFound } from '@/lib/core/api/problem';
import { groupFor } from '@/lib/server/data/group-scope';
import { versionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { marksIn, tokensOf } from './annotated-essay';
import { type EssayState, essayStates } from './essay-states';
import { peopleById } from './people-by-id';

type Essay = AgreementPositions['essays'][number];

/**
 * Everything the figures of a group, or of one of its essays, were made of. Who tagged something anywhere in it is named;
 * who only opened texts counts, and stays without a name.
 */
export async function agreementPositions(
  viewer: Viewer,
  group: string,
  essay?: string,
): Promise<AgreementPositions> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const all = await essayStates(scope.id);
  const states = essay === undefined ? all : all.filter(({ id, slug }) => id === essay || slug === essay);
  if (essay !== undefined && states.length === 0) throw notFound();
  const found = [];
  for (const state of states) found.push({ state, ...(await marksIn(state)) });
  const names = await peopleById(new Set(found.flatMap(({ marks }) => marks.map(({ author }) => author))));
  const silent = new Map<string, string>();
  const nameOf = (id: string) => {
    const person = names.get(id);
    if (person) return person;
    const known = silent.get(id) ?? `reader-${silent.size + 1}`;
    silent.set(id, known);
    return { id: known, name: null };
  };
  const essays: Essay[] = [];
  for (const { state, marks, readers } of found) {
    const inPoints = await pointsOf(state);
    const annotators = readers.map((id) => {
      const own = marks.filter(({ author }) => author === id);
      const spans = own.map((mark) => ({ annotation: mark.id, ...inPoints(mark), tags: [...mark.tags] }));
      return { ...nameOf(id), spans };
    });
    const { starts, ends } = await tokensOf(state);
    const { slug, title, version, language, sha256 } = state;
    const tokens = Array.from(starts, (start, i) => inPoints({ start, end: ends[i]! }));
    essays.push({
      ...{ slug, title, version, language, sha256 },
      tokens: tokens.map(({ start, end }) => [start, end]),
      annotators,
    });
  }
  return {
    ...{ schema: 'cruxbook/agreement-positions/1', group: scope.slug, offsets: 'unicode code points' },
    tags: states[0]?.tags ?? [],
    essays,
  };
}

async function pointsOf({ id, version }: EssayState) {
  const points = (await versionText(id, version))?.points;
  return ({ start, end }: { start: number; end: number }) => ({
    start: points?.fromUtf16(start) ?? 0,
    end: points?.fromUtf16(end) ?? 0,
  });
}
