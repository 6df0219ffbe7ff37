import 'server-only';
import { type CodePoints, codePoints } from '@/lib/core/anchoring/code-points';
import { notFound } from '@/lib/core/api/problem';
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
  const [found] = await versionTexts([{ essay, version: number }]);
  return found ?? null;
}

/** The same where there is one; 404 where there is none. */
export async function requireVersionText(essay: string, number: number): Promise<VersionText> {
  const found = await versionText(essay, number);
  if (!found) throw notFound();
  return found;
}

/** The same of several at once, in their order. */
export async function versionTexts(
  wanted: readonly { essay: string; version: number }[],
): Promise<(VersionText | null)[]> {
  const keys = wanted.map(({ essay, version }) => `${essay}:${version}`);
  const found = new Map(keys.map((key) => [key, kept.get(key) ?? null]));
  const missing = [...found].flatMap(([key, known]) => (known ? [] : [key.split(':')]));
  if (missing.length > 0) {
    const rows = await query<{ key: string; id: string; text: string }>(
      'version-texts',
      `SELECT concat(v.essay_id, ':', v.number) AS key, v.id, v.text
       FROM unnest($1::uuid[], $2::int[]) AS w(essay, number)
       JOIN essay_version v ON v.essay_id = w.essay AND v.number = w.number`,
      [missing.map(([essay]) => essay), missing.map(([, number]) => Number(number))],
    );
    for (const { key, ...row } of rows) {
      const version = { ...row, points: codePoints(row.text) };
      kept.set(key, version);
      found.set(key, version);
    }
  }
  return keys.map((key) => found.get(key) ?? null);
}
