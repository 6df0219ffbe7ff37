import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { essay as tryingEssay } from './annotating';
import type { Contributor, ReadingGroup } from './fixtures';

const folder = path.resolve('../shared/corpus');

/** Why there can be no such group; null when there can. */
export const corpusMissing = existsSync(folder) ? null : 'there is no ../shared/corpus';

/** Real extractions of essays, and one of ours with what they lack: formatting, emoji, other scripts. */
const texts = () => [
  ...readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ format: 'text', content: readFileSync(path.join(folder, file), 'utf8') })),
  { format: 'markdown', content: tryingEssay },
];

type People = readonly [moderator: Contributor, Contributor, Contributor];

/** How many there are of each, under the names that JSON Lines count by. */
export interface Made {
  documents: number;
  annotations: number;
  replies: number;
  cards: number;
  relations: number;
  positions: number;
  beliefs: number;
  checks: number;
  adjudications: number;
  adjudicated: number;
}

interface Discussed {
  slug: string;
  /** Ids, by place. */
  marks: string[];
  replies: number;
}

/**
 * Fills a group with every text of the corpus, marks of three people that overlap, threads, cards, arrows, credences and
 * decisions, all with words that some format could take for its own. The last of the people has answered every card.
 */
export async function discussCorpus(people: People, group: ReadingGroup): Promise<Made> {
  const [mo] = people;
  const { slug: word } = await mo.api<{ slug: string }>('POST', `/groups/${group.id}/tags`, {
    name: '要点 | key',
    definition: '"Key" = <main> point',
    slot: 4,
    line: 'double',
    glyph: '★',
  });
  const essays: Discussed[] = [];
  for (const text of texts()) essays.push(await discuss(people, group, { ...text, word }));
  const decided = await decide(people, group, essays[0]!);
  const argued = await argue(
    people,
    group,
    essays.map(({ marks }) => marks),
  );
  return {
    documents: essays.length,
    ...argued,
    ...decided,
    annotations: essays.reduce((sum, { marks }) => sum + marks.length, 0),
    replies: essays.reduce((sum, { replies }) => sum + replies, 0),
  };
}

const words = [
  'Is *this* so? 🧭 See [^1] and [1].',
  '=SUM(A1:A9) "quoted", | piped',
  '1. first\n2. second\n\n> quoted — [^2]: not a note',
  '如此。וגם زاوية 🫙',
  '`a|b` and <b>&amp;</b>\n\n```js\nlet x = "]]>";\n```',
  '-1 @nobody, [a link](https://example.org/a_b?c=(d)&e)',
];

/** In a text of so many code points: five places that three people marked, every other one alike, a long one, and the end. */
function passages(length: number): { start: number; end: number }[] {
  const step = Math.floor((length - 120) / 5);
  const places = Array.from({ length: 15 }, (_, i) => {
    const [place, shift] = [Math.floor(i / 3), Math.floor(i / 3) % 2 ? 0 : (i % 3) * 17];
    return { start: place * step + shift, end: place * step + 60 + 2 * shift };
  });
  return [...places, { start: 0, end: Math.min(900, length) }, { start: length - 40, end: length }];
}

/** Passages of which UTF-16 code units and code points count differently, or characters are joined. */
const trying = ['日本語の文章も選択', 'النحل لا يعرف الحدود', '👩‍👩‍👧‍👦 and flags 🇯🇵 keep'];

const selectorsIn = (text: string) => [
  ...passages([...text].length).map((place) => ({ type: 'TextPositionSelector', ...place })),
  ...trying.filter((exact) => text.includes(exact)).map((exact) => ({ type: 'TextQuoteSelector', exact })),
];

/** An essay with its marks: of three people at a place two use the same tags; every sixth mark has a thread. */
async function discuss(
  people: People,
  group: ReadingGroup,
  { word, ...text }: { format: string; content: string; word: string },
): Promise<Discussed> {
  const [mo] = people;
  const essays = `/groups/${group.id}/essays`;
  const { id, slug } = await mo.api<{ id: string; slug: string }>('POST', essays, { ...text, share: true });
  const version = await mo.api<{ text: string }>('GET', `/essays/${id}/versions/1`);
  const tags = [['claim'], ['crux', 'claim'], [], ['failure-mode', word], ['claim', 'crux', 'failure-mode']];
  const marks: string[] = [];
  const answers: string[] = [];
  for (const [i, selector] of selectorsIn(version.text).entries()) {
    const { id } = await people[i % 3]!.api<{ id: string }>('POST', `${essays}/${slug}/annotations`, {
      target: { version: 1, selector: [selector] },
      tags: tags[(Math.floor(i / 3) + (i % 3 === 2 ? 1 : 0)) % tags.length],
      ...(i % 4 > 0 && { comment: { markdown: words[i % words.length] } }),
    });
    marks.push(id);
    if (i % 6 === 0) answers.push(...(await answer(people, id)));
  }
  await mo.api('PUT', `/annotations/${marks[0]}/resolution`);
  // It is answered, so its place stays.
  await mo.api('DELETE', `/replies/${answers[1]}`);
  const checks = `${essays}/${slug}/checks`;
  const { sections } = await mo.api<{ sections: { block: number }[] }>('GET', checks);
  await mo.api('PUT', checks, { version: 1, block: sections[0]?.block, tag: 'claim', checked: true });
  return { slug, marks, replies: answers.length };
}

/** A thread of two branches, three deep, with reactions; gives the ids of its replies. */
async function answer([mo, bo, ann]: People, annotation: string): Promise<string[]> {
  const ids: string[] = [];
  for (const [who, markdown, parent] of [
    [bo, 'It is > that.'],
    [mo, '如此。 🧭', 0],
    [ann, 'وهذا؟\n\n- one\n- two [^3]', 1],
    [bo, '+1, "so to say"', 0],
  ] as const) {
    const reply = await who.api<{ id: string }>('POST', `/annotations/${annotation}/replies`, {
      ...(parent !== undefined && { parent: ids[parent] }),
      comment: { markdown },
    });
    ids.push(reply.id);
  }
  await ann.api('PUT', `/annotations/${annotation}/reactions/agree`);
  await bo.api('PUT', `/annotations/${annotation}/reactions/disagree`);
  await mo.api('PUT', `/replies/${ids[0]}/reactions/helpful`);
  return ids;
}

interface Reading {
  start: number;
  end: number;
  tags: string[];
}

/** Three passages of an essay are decided: one reading, two side by side, none. */
async function decide([mo]: People, group: ReadingGroup, { slug }: Discussed) {
  const place = `/groups/${group.id}/essays/${slug}/adjudication`;
  const { cases } = await mo.api<{ cases: { id: string; state: string; candidates: Reading[] }[] }>(
    'GET',
    place,
  );
  const contested = cases.filter(({ candidates }) => candidates.length > 1);
  const verdicts = [
    ['accept', 1],
    ['plural', 2],
    ['reject', 0],
  ] as const;
  await mo.api('POST', `${place}/decisions`, {
    decisions: verdicts.map(([verdict, kept], i) => ({
      case: contested[i]?.id,
      state: contested[i]?.state,
      verdict,
      reason: '=Because "it" <is> so, 🧭',
      marks: contested[i]?.candidates.slice(0, kept).map(({ start, end, tags }) => ({ start, end, tags })),
    })),
  });
  return { adjudications: verdicts.length, adjudicated: 3 };
}

const statements = [
  ['crux', 'Scaling ["more" data] gets there: yes / no — see #1, {x} <y> @z_w.'],
  ['claim', '1. A persona *can* keep its goals; 50 % of them, at least…'],
  ['failure-mode', 'وهذا 🧭 هو السؤال: what is asked for is what comes'],
  ['crux', '=HYPERLINK("https://example.org") is what people follow'],
  ['claim', '没有钥匙的锁 \\ one back\\slash, and `code`'],
  ['crux', 'A - B --> C (perhaps) == D'],
] as const;

/** Cards made of marks, each met in four passages; arrows of every kind, and what everybody believes. */
async function argue([mo, bo, ann]: People, group: ReadingGroup, marks: readonly string[][]) {
  const cards = `/groups/${group.id}/cards`;
  const propose = (who: Contributor, [kind, statement]: readonly [string, string], annotation: string) =>
    who.api<{ id: string }>('POST', cards, {
      kind,
      statement,
      details: 'Why it *matters*:\n\n- [^1] <b>',
      occurrence: { annotation },
    });
  const ids: string[] = [];
  for (const [i, statement] of statements.entries()) {
    const { id } = await propose([mo, bo, ann][i % 3]!, statement, marks[i % marks.length]![1]!);
    ids.push(id);
    for (const [at, role] of ['supports', 'opposes', 'mentions'].entries()) {
      const annotation = marks[(i + at) % marks.length]![4 + i]!;
      await bo.api('POST', `${cards}/${id}/occurrences`, { annotation, role });
    }
    if (i < 4) await mo.api('POST', `${cards}/${id}/steps`, { verb: 'accept' });
  }
  const again = await propose(bo, ['crux', 'Scaling gets there.'], marks[0]![2]!);
  await mo.api('POST', `${cards}/${again.id}/merge`, { into: ids[0], reason: 'The same.' });

  const relate = (who: Contributor, from: number, rest: object) =>
    who.api<{ id: string }>('POST', `${cards}/${ids[from]}/relations`, rest);
  const undercut = await relate(mo, 1, { type: 'supports', to: ids[0] });
  await relate(ann, 2, { type: 'attacks', to: ids[0], rationale: 'Since [it] fails: #1, <so> {it} goes.' });
  await relate(mo, 3, { type: 'crux-for', to: ids[0], rationale: '要点 🧭\nof two lines' });
  await relate(bo, 4, { type: 'leads-to', to: ids[2] });
  await relate(mo, 5, { type: 'mitigates', to: ids[2], rationale: '= "quoted"' });
  await relate(mo, 4, { type: 'undercuts', toRelation: undercut.id, rationale: 'Not always.' });
  const wrong = await relate(bo, 5, { type: 'attacks', to: ids[1] });
  await mo.api('PATCH', `${cards}/${ids[5]}/relations/${wrong.id}`, { state: 'rejected' });

  for (const [i, id] of ids.entries())
    for (const [who, credence] of [
      [mo, 10 * i],
      [bo, 100 - i],
      [ann, i === 5 ? null : 50 + i],
    ] as const)
      await who.api('POST', `${cards}/${id}/positions`, { credence, reason: '=I *think*, "so" 🧭' });
  await ann.api('POST', `${cards}/${ids[0]}/positions`, { credence: 77, wouldChangeMind: '如果…' });
  await ann.api('PUT', `${cards}/${ids[3]}/beliefs/${ids[0]}`, { strength: 2 });
  return { cards: ids.length, relations: 7, positions: 3 * ids.length + 1, beliefs: 1, checks: marks.length };
}
