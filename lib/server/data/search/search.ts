import 'server-only';
import type { Input } from '@/lib/core/api/contracts';
import { type SearchPage, searchKinds } from '@/lib/core/api/search';
import { searchTerms } from '@/lib/core/search/search-terms';
import type { Viewer } from '@/lib/server/data/viewer';
import type { Candidate } from './candidate';
import { candidatesOf } from './candidates';
import { facetsOf } from './facets';
import { hitsOf } from './hits';
import { reachOf } from './reach';
import { suggestionsFor } from './suggestions';

type Query = Input<'GET /search'>['query'];

const noFacets = { kind: [], group: [], essay: [], tag: [], person: [], status: [], since: [] };

/** A page of what has the words, of everything that the viewer may see; without words, of what the filter lets through. */
export async function search(
  viewer: Viewer,
  { q, sort, after, limit, ...filter }: Query,
): Promise<SearchPage> {
  const terms = searchTerms(q);
  const reach = await reachOf(viewer, filter, terms);
  if (reach.tsquery === null && (terms.length > 0 || Object.keys(filter).length === 0))
    return { items: [], next: null, facets: noFacets, capped: false, suggestions: [] };
  const cursor = after === undefined ? null : cursorOf(after);
  const { all, capped } = await candidatesOf(viewer, { reach, filter });
  // What is older than all that was looked at.
  const older = sort === 'newest' && capped && cursor ? new Date(cursor.created + 1) : null;
  const rest = older ? (await candidatesOf(viewer, { reach, filter, before: older })).all : all;
  const ordered = rest.sort(orders[sort]);
  const from = cursor ? ordered.filter((one) => orders[sort](one, candidateAt(cursor)) > 0) : ordered;
  const page = from.slice(0, limit);
  const [items, facets, suggestions] = await Promise.all([
    hitsOf(page, { reach, terms }),
    facetsOf(all, reach, filter),
    all.length === 0 ? suggestionsFor(terms, reach) : [],
  ]);
  const hasMore = from.length > limit || (sort === 'newest' && capped && page.length === limit);
  const last = page.at(-1);
  return { items, next: hasMore && last ? cursorAt(last) : null, facets, capped, suggestions };
}

interface Cursor {
  created: number;
  score: number;
  id: string;
}

type Ordered = Pick<Candidate, 'created' | 'score' | 'id' | 'kind'>;

const byId = (a: Ordered, b: Ordered) => (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);
const byTime = (a: Ordered, b: Ordered) => b.created.getTime() - a.created.getTime();

const orders: Record<Query['sort'], (a: Ordered, b: Ordered) => number> = {
  best: (a, b) => b.score - a.score || byTime(a, b) || byId(a, b),
  newest: (a, b) => byTime(a, b) || byId(a, b),
};

const cursorAt = ({ created, score, id }: Candidate) => `${created.getTime()}_${score}_${id}`;

function cursorOf(after: string): Cursor {
  const [created, score, id = ''] = after.split('_');
  return { created: Number(created), score: Number(score), id };
}

const candidateAt = ({ created, ...rest }: Cursor): Ordered => ({
  ...rest,
  created: new Date(created),
  kind: searchKinds[0],
});
