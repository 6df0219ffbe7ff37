import 'server-only';
import { CardKind } from '@/lib/core/api/card-schemas';
import { type SearchFilter, type SearchPage, searchAges } from '@/lib/core/api/search';
import { query } from '@/lib/server/data/database';
import type { Candidate } from './candidate';
import type { Reach } from './reach';

/** Of each facet no more values. */
const most = 12;

type Facet = SearchPage['facets']['group'];
type Counts = Map<string, number>;

function countOf(values: Iterable<string | null>): Counts {
  const counts: Counts = new Map();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const listed = (counts: Counts, label: (value: string) => string | undefined) =>
  [...counts]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([value, count]) => ({ value, label: label(value) ?? value, count }));

/** What it was narrowed down to has its name there, also when nothing was found. */
const withChosen = (listed: Facet, value: string | undefined, label: string | undefined): Facet =>
  value === undefined || label === undefined || listed.some((one) => one.value === value)
    ? listed
    : [...listed, { value, label, count: 0 }];

/** How many of what was found there are of each kind, group, essay, tag, person, standing and age. */
export async function facetsOf(
  found: readonly Candidate[],
  { groups, essays }: Reach,
  filter: SearchFilter,
): Promise<SearchPage['facets']> {
  const people = countOf(found.map(({ person }) => person));
  const tags = countOf(found.flatMap((one) => one.tags));
  const slugs = [...tags.keys(), ...(filter.tag === undefined ? [] : [filter.tag])];
  const [names, words] = await Promise.all([namesOf(people), tagNamesOf(slugs, groups)]);
  const bySlug = new Map(groups.map(({ id, slug, name }) => [id, { slug, name }]));
  const nameOf = new Map(groups.map(({ slug, name }) => [slug, name]));
  const groupOf = (value?: string) =>
    groups.find(({ id, slug }) => id === value?.toLowerCase() || slug === value);
  const essayOf = new Map(essays.map((essay) => [essay.id, essay]));
  const self = (value: string) => value;
  return {
    kind: listed(countOf(found.map(({ kind }) => kind)), self),
    group: groupsApart(
      withChosen(
        listed(countOf(found.map(({ group }) => bySlug.get(group)!.slug)), (slug) => nameOf.get(slug)),
        filter.group,
        groupOf(filter.group)?.name,
      ),
      (value) => groupOf(value)!.slug,
    ),
    essay: toldApart(
      withChosen(
        listed(countOf(found.map(({ essay }) => essay)), (id) => essayOf.get(id)?.title),
        filter.essay,
        filter.essay && essayOf.get(filter.essay)?.title,
      ),
      ({ value }) => {
        const essay = essayOf.get(value)!;
        const group = bySlug.get(essay.group)!;
        return [group.name, `${group.slug}/${essay.slug}`];
      },
    ),
    tag: withChosen(
      listed(tags, (slug) => words.get(slug)),
      filter.tag,
      filter.tag && (words.get(filter.tag) ?? CardKind.safeParse(filter.tag).data),
    ),
    person: listed(people, (id) => names.get(id)),
    status: listed(countOf(found.map(({ status }) => status)), self),
    since: agesOf(found),
  };
}

/** Of several of one name each has its slug behind it. */
const groupsApart = (facet: Facet, slugOf: (value: string) => string): Facet =>
  facet.map((one) => {
    const slug = slugOf(one.value);
    const isAlone = facet.every(({ value, label }) => label !== one.label || slugOf(value) === slug);
    return isAlone ? one : { ...one, label: `${one.label} · ${slug}` };
  });

/** Of several with one label each has its place before it, or, where that is the same, too, its address. */
const toldApart = (facet: Facet, placeOf: (one: Facet[number]) => [place: string, address: string]): Facet =>
  facet.map((one) => {
    const alike = facet.filter((other) => other !== one && other.label === one.label);
    if (alike.length === 0) return one;
    const [place, address] = placeOf(one);
    const isSame = alike.some((other) => placeOf(other)[0] === place);
    return { ...one, label: `${isSame ? address : place} · ${one.label}` };
  });

function agesOf(found: readonly Candidate[]): SearchPage['facets']['since'] {
  const now = Date.now();
  return Object.entries(searchAges).flatMap(([value, days]) => {
    const count = found.filter(({ created }) => created.getTime() >= now - days * 86_400_000).length;
    return count === 0 ? [] : [{ value, label: value, count }];
  });
}

async function namesOf(people: Counts): Promise<Map<string, string>> {
  if (people.size === 0) return new Map();
  const rows = await query<{ id: string; name: string }>(
    'search-people',
    'SELECT id, name FROM "user" WHERE id = ANY($1::uuid[])',
    [[...people.keys()]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function tagNamesOf(slugs: readonly string[], groups: Reach['groups']): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await query<{ slug: string; name: string }>(
    'search-tags',
    'SELECT DISTINCT ON (slug) slug, name FROM tag WHERE group_id = ANY($1::uuid[]) AND slug = ANY($2::text[]) ORDER BY slug, id',
    [groups.map(({ id }) => id), slugs],
  );
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}
