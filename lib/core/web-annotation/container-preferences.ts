import { Problem } from '@/lib/core/api/problem';

/** How a container is to be answered for. */
export interface ContainerPreferences {
  /** Nothing embedded: the first page is an IRI. */
  minimal: boolean;
  /** Pages hold IRIs rather than annotations. */
  iris: boolean;
  /** For `Preference-Applied`; null where nothing was preferred. */
  applied: string | null;
}

const ldp = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
const oa = 'http://www.w3.org/ns/oa#PreferContained';

/**
 * Reads `Prefer: return=representation;include="IRI IRI"` (RFC 7240; https://www.w3.org/TR/annotation-protocol/#container-representations).
 * Without it `iris` of the address holds: containers and pages name themselves so. A 400 for two preferences that exclude
 * each other.
 */
export function containerPreferences(prefer: string | null, iris: boolean): ContainerPreferences {
  const include = /\breturn=representation\s*;\s*include="([^"]*)"/i.exec(prefer ?? '')?.[1];
  const wanted = new Set(include?.split(/\s+/).filter(Boolean));
  const [contained, described] = [wanted.has(`${oa}IRIs`), wanted.has(`${oa}Descriptions`)];
  if (contained && described) throw new Problem(400, 'prefer', 'Prefer IRIs or descriptions, not both.');
  const minimal = wanted.has(ldp);
  if (!minimal && !contained && !described) return { minimal, iris, applied: null };
  return { minimal, iris: contained, applied: 'return=representation' };
}
