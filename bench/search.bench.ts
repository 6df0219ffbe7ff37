// How long people wait for the first page of a search among a million annotations, against the bare words in SQL.

import { searchTerms } from '@/lib/core/search/search-terms';
import { generatedEssay, numbersFrom } from './generated-essay';
import { largeCorpus } from './large-corpus';
import { database } from './reading-club';
import { byTurns, reportOf } from './report';

const rounds = 20;
const report = reportOf('search');
const next = numbersFrom(11);

/** Of 20,000 words the n-th is as common as 1/n (Zipf): "word1" is in most sentences, "word9000" in one of hundreds. */
const anyWord = () => `word${Math.floor(20_000 ** next())}`;
const sentences = Array.from({ length: 20_000 }, () =>
  Array.from({ length: 12 + Math.floor(next() * 24) }, anyWord).join(' '),
);
const club = await largeCorpus(generatedEssay(6_000), sentences);
const [member] = club.members;
const [one = '', other = ''] = sentences[77]!.split(' ');

const queries = {
  'a word that is in half of them': 'word2',
  'in one of thirty': 'word30',
  'in one of several hundred': 'word400',
  'in a few hundred of all': 'word15000',
  'two words': 'word5 word60',
  'a phrase': `"${one} ${other}"`,
  'a beginning': 'word123*',
  'one word without another': 'word20 -word1',
  'a word that nobody wrote': 'wordless',
};

/** Milliseconds until all of an answer is there. */
async function page(q: string): Promise<number> {
  const begun = performance.now();
  const url = `${process.env.APP_URL}/api/v1/search?${new URLSearchParams({ q })}`;
  const response = await fetch(url, { headers: member!.headers });
  const { items } = await response.json();
  if (!response.ok || (items.length === 0) !== (q === 'wordless'))
    throw new Error(`${q}: ${response.status}`);
  return performance.now() - begun;
}

/** The newest twenty that have the words, whoever may see them, without counts or the words around them. */
async function bare(q: string): Promise<number> {
  const begun = performance.now();
  await database.query(
    `SELECT e.id, a.comment_markdown FROM search_entry e JOIN annotation a ON a.id = e.thread_id
     WHERE e.words @@ search_query($1::jsonb, '{en}') ORDER BY e.created_at DESC LIMIT 20`,
    [JSON.stringify(searchTerms(q))],
  );
  return performance.now() - begun;
}

const p95 = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!;

try {
  const all = { ours: [] as number[], bare: [] as number[] };
  for (const [what, q] of Object.entries(queries)) {
    const contenders = { ours: () => page(q), bare: () => bare(q) };
    await byTurns(2, contenders); // warms them up
    const times = await byTurns(rounds, contenders);
    all.ours.push(...times.ours);
    all.bare.push(...times.bare);
    report({ what, unit: 'ms', ours: times.ours, against: { name: 'the bare words', figures: times.bare } });
  }
  report({
    what: 'First page, p95 of all',
    unit: 'ms',
    ours: [p95(all.ours)],
    against: { name: 'the bare words', figures: [p95(all.bare)] },
    goal: { most: 60, itself: true },
  });
} finally {
  await database.end();
}
