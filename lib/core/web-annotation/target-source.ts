import type { TextPositionSelector } from '@/lib/core/anchoring/selectors';

/** The text of a group that an address names. */
export interface TargetSource {
  /** Id, or slug in the group. */
  essay: string;
  /** Null: the newest. */
  version: number | null;
  /** Of a fragment `#char=10,13` (RFC 5147), in Unicode code points. */
  position: TextPositionSelector | null;
}

const versionPath = /^\/api\/v1\/essays\/([0-9a-f-]{36})\/versions\/([1-9]\d{0,8})$/i;
const range = /^#char=(\d{1,9}),(\d{1,9})$/;

/**
 * Reads the source of a target: a version of an essay, or its page in the group, where the newest version is meant. Null
 * for whatever is not on this site, or has a fragment that means nothing here.
 */
export function sourceOf(iri: string, { site, group }: { site: string; group: string }): TargetSource | null {
  if (!URL.canParse(iri)) return null;
  const { origin, pathname, hash, search } = new URL(iri);
  const [, start, end] = range.exec(hash) ?? [];
  if (origin !== site || search !== '' || (hash !== '' && start === undefined)) return null;
  const position =
    start === undefined
      ? null
      : { type: 'TextPositionSelector' as const, start: Number(start), end: Number(end) };
  const [, essay, number] = versionPath.exec(pathname) ?? [];
  if (essay !== undefined) return { essay: essay.toLowerCase(), version: Number(number), position };
  const page = `/g/${encodeURIComponent(group)}/`;
  const slug = pathname.slice(page.length);
  if (!pathname.startsWith(page) || slug === '' || slug.includes('/')) return null;
  return { essay: slug, version: null, position };
}
