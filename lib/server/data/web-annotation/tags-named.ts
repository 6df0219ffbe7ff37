import 'server-only';
import { invalid } from '@/lib/core/api/problem';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { config } from '@/lib/server/config';
import { query } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';

/** Slugs of words of the group's vocabulary, given by slug, name or IRI, each once; a 422 that names the words it has. */
export async function tagsNamed(group: GroupScope, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const tags = await query<{ slug: string; name: string }>(
    'tags-named',
    'SELECT slug, name FROM tag WHERE group_id = $1::uuid ORDER BY position, slug',
    [group.id],
  );
  const iris = corpusIris({ site: config().APP_URL, group });
  const known = new Map(
    tags.flatMap(({ slug, name }) => [folded(name), slug, iris.tag(slug)].map((way) => [way, slug] as const)),
  );
  const slugs = names.map((name) => known.get(name) ?? known.get(folded(name)));
  const unknown = names.filter((_, i) => slugs[i] === undefined);
  if (unknown.length > 0)
    throw invalid('tag', `The vocabulary of the group does not have: ${unknown.join(', ')}.`, {
      vocabulary: tags.map(({ name }) => name),
    });
  return [...new Set(slugs as string[])];
}

const folded = (name: string) => name.normalize().toLowerCase();
