import 'server-only';
import { type CodePoints, codePoints } from '@/lib/core/anchoring/code-points';
import { RecentlyUsed } from '@/lib/server/recently-used';
import { query } from './database';

/** The text of one version, with its index of code points. Immutable, so it is kept between requests. */
export interface VersionText {
  /** Of the essay_version row. */
  id: string;
  text: string;
  points: CodePoints;
}

/** By essay and number; at most so many UTF-16 code units. */
const kept = new RecentlyUsed<VersionText>(20_000_000, ({ text }) => text.length);

/**
 * The canonical text of an essay's version, or null. Asks nobody's leave: show nothing of it to somebody whose right
 * to read the essay has not been checked.
 */
export async function versionText(essay: string, number: number): Promise<VersionText | null> {
  const key = `${essay}:${number}`;
  const known = kept.get(key);
  if (known) return known;
  const [row] = await query<{ id: string; text: string }>(
    'version-text',
    'SELECT id, text FROM essay_version WHERE essay_id = $1::uuid AND number = $2::int',
    [essay, number],
  );
  if (!row) return null;
  const version = { ...row, points: codePoints(row.text) };
  kept.set(key, version);
  return version;
}
