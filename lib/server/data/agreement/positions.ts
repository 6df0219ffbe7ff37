import 'server-only';
import type { TextMark } from '@/lib/core/agreement/contested-sentences';
import { codePoints, inCodePoints } from '@/lib/core/anchoring/code-points';
import type { AgreementPositions, PositionsChoice } from '@/lib/core/api/agreement';
import { notFound } from '@/lib/core/api/problem';
import { byId, grouped } from '@/lib/core/crux/grouped';
import { query } from '@/lib/server/data/database';
import { consents, type PersonOf } from '@/lib/server/data/export/consents';
import { groupFor } from '@/lib/server/data/group-scope';
import { versionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { marksIn, taggersOf } from './essay-marks';
import { type EssayState, essayStates } from './essay-states';
import { type TokenizedText, tokensOf } from './text-tokens';

type Essay = AgreementPositions['essays'][number];
type Annotator = Essay['annotators'][number];

/** All but the essays at once, and these one after the other: one text and its spans are in memory at a time. */
export interface RunningPositions extends Omit<AgreementPositions, 'essays'> {
  essays: AsyncGenerator<Essay>;
}

/**
 * Everything the figures of a group, or of one of its essays, were made of, as an export: names, pseudonyms and who is
 * left out are as everywhere (export/consents.ts). Who looked and found nothing counts, and has not even a pseudonym.
 */
export async function agreementPositions(
  viewer: Viewer,
  group: string,
  { essay, ...asked }: PositionsChoice,
): Promise<RunningPositions> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const all = await essayStates(viewer, scope.id);
  const states = essay === undefined ? all : all.filter(({ id, slug }) => id === essay || slug === essay);
  if (essay !== undefined && states.length === 0) throw notFound();
  const { personOf } = await consents(
    { query: (text, values) => query('positions-people', text, values) },
    { group: scope, viewer: viewer.user?.id ?? null, choice: { scope: 'group', ...asked } },
  );
  return {
    schema: 'cruxbook/agreement-positions/1',
    group: scope.slug,
    offsets: 'unicode code points',
    tags: states[0]?.tags ?? [],
    essays: essaysOf(states, namer(personOf, await taggersOf(states))),
  };
}

async function* essaysOf(states: readonly EssayState[], named: Namer): AsyncGenerator<Essay> {
  for (const state of states) yield await essayOf(state, named);
}

type InPoints = ReturnType<typeof inCodePoints>;
type Namer = (id: string) => Pick<Annotator, 'id' | 'name'> | null;

/** Under which name each comes; who tagged nothing has none. */
export function namer(people: PersonOf, taggers: ReadonlySet<string>): Namer {
  const silent = new Map<string, string>();
  return (user) => {
    const person = people(user);
    if (!person) return null;
    if (taggers.has(user)) return { id: person.id, name: person.name };
    const id = silent.get(user) ?? `silent-${silent.size + 1}`;
    silent.set(user, id);
    return { id, name: null };
  };
}

/** What each of them marked, in code points. */
export function spansBy(
  marks: readonly TextMark[],
  inPoints: InPoints,
): (user: string) => Annotator['spans'] {
  const byAuthor = grouped(marks, ({ author }) => author);
  return (user) =>
    (byAuthor.get(user) ?? []).map((mark) => ({
      annotation: mark.id,
      ...inPoints(mark),
      tags: [...mark.tags],
    }));
}

async function essayOf(state: EssayState, named: Namer): Promise<Essay> {
  const { marks, readers } = await marksIn(state);
  const points = (await versionText(state.id, state.version))?.points ?? codePoints('');
  const inPoints = inCodePoints(points);
  const spansOf = spansBy(marks, inPoints);
  const annotators = readers.flatMap(({ id, lookedFor }) => {
    const who = named(id);
    return who ? [{ ...who, tags: [...(lookedFor ?? state.tags)], spans: spansOf(id) }] : [];
  });
  const { slug, title, version, language, sha256 } = state;
  return {
    slug,
    title,
    version,
    language,
    sha256,
    tokens: await tokenPlaces(state, inPoints),
    leftOut: readers.length - annotators.length,
    // In an order that tells nothing of who they are.
    annotators: annotators.sort((a, b) => byId(a.id, b.id)),
  };
}

/** Begin and end of each token, in code points. */
export async function tokenPlaces(text: TokenizedText, inPoints: InPoints): Promise<[number, number][]> {
  const { starts, ends } = await tokensOf(text);
  return Array.from(starts, (start, i) => {
    const token = inPoints({ start, end: ends[i]! });
    return [token.start, token.end];
  });
}
