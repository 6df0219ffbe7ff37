/** UTF-16 code units; longer names are cut between words where possible. */
const longest = 60;

/** Segments that pages or endpoints beside the named thing use. */
const reserved = new Set([
  'new',
  'add',
  'cards',
  'preview',
  'members',
  'settings',
  'events',
  'invite',
  'corpus',
  'coverage',
  'releases',
  'export',
  'import',
  'agreement',
  'concordance',
  'moderation',
]);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a URL segment names a thing by its id; slugs never look like one. */
export const isId = (segment: string): boolean => uuid.test(segment.toLowerCase());

/**
 * A name as one segment of a URL: lower case, accents dropped, letters and digits of every script kept, the rest
 * turned into single hyphens. `fallback` stands in for names without letters, and before those that mean something else.
 */
export function slugOf(name: string, fallback: string): string {
  const words = name
    .normalize('NFKD')
    // Accents of Latin, Greek and Cyrillic only: in other scripts marks are vowels.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const slug = cut(words).replace(/^-|-$/g, '');
  if (slug === '') return fallback;
  return reserved.has(slug) || isId(slug) ? `${fallback}-${slug}` : slug;
}

function cut(words: string): string {
  if (words.length <= longest) return words;
  const start = words.slice(0, longest + 1);
  const space = start.lastIndexOf('-');
  return space > longest / 2 ? start.slice(0, space) : start.slice(0, longest).replace(/\p{Cs}$/u, '');
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
