import 'server-only';
import type { Input } from '@/lib/core/api/contracts';
import type { SearchPage } from '@/lib/core/api/search';
import { searchTerms } from '@/lib/core/search/search-terms';
import type { Viewer } from '@/lib/server/data/viewer';
import { byTime, type Candidate } from './candidate';
import { candidatesOf } from './candidates';
import { facetsOf } from './facets';
import { hitsOf } from './hits';
import { reachOf } from './reach';
import { suggestionsFor } from './suggestions';

type Query = Input<'GET /search'>['query'];

/** A page of what has the words, of everything that the viewer may see; without words, of what the filter lets through. */
export async function search(
  viewer: Viewer,
  { q, sort, after, limit, ...filter }: Query,
): Promise<SearchPage> {
  const terms = searchTerms(q);
  const reach = await reachOf(viewer, filter, terms);
  if (reach.tsquery === null && (q.trim() !== '' || Object.keys(filter).length === 0))
    return {
      items: [],
      next: null,
      facets: await facetsOf([], reach, filter),
      capped: false,
      suggestions: [],
    };
  const cursor = after === undefined ? null : cursorOf(after);
  const first = await candidatesOf(viewer, { reach, filter });
  // By time it goes on behind what was looked at. What is counted stays the same from page to page.
  const by = reach.tsquery === null ? 'newest' : sort;
  const goesOn = by === 'newest' && first.isCut;
  const looked = goesOn && cursor ? await candidatesOf(viewer, { reach, filter, behind: cursor }) : first;
  const order = orders[by];
  const rest = looked.all.filter((one) => cursor === null || order(one, cursor) > 0).sort(order);
  const page = rest.slice(0, limit);
  const [items, facets, suggestions] = await Promise.all([
    hitsOf(page, { reach, terms }),
    facetsOf(first.all, reach, filter),
    first.all.length === 0 ? suggestionsFor(terms, reach) : [],
  ]);
  const hasMore = rest.length > limit || (goesOn && looked.isCut);
  const last = page.at(-1);
  return {
    items,
    next: hasMore && last ? cursorAt(last) : null,
    facets,
    capped: first.isCut,
    suggestions,
  };
}

type Cursor = Pick<Candidate, 'created' | 'score' | 'id'>;

const orders: Record<Query['sort'], (a: Cursor, b: Cursor) => number> = {
  best: (a, b) => b.score - a.score || byTime(a, b),
  newest: byTime,
};

const cursorAt = ({ created, score, id }: Cursor) => `${created.getTime()}_${score}_${id}`;

function cursorOf(after: string): Cursor {
  const [created, score, id = ''] = after.split('_');
  return { created: new Date(Number(created)), score: Number(score), id };
}
