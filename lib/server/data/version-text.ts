import 'server-only';
import { type CodePoints, codePoints } from '@/lib/core/anchoring/code-points';
import { query } from './database';

/** The text of one version, with its index of code points. Immutable, so it is kept between requests. */
export interface VersionText {
  /** Of the essay_version row. */
  id: string;
  text: string;
  points: CodePoints;
}

/** By essay and number, newest use last. */
const kept = new Map<string, VersionText>();
const mostCharacters = 20_000_000;
let characters = 0;

/**
 * The canonical text of an essay's version, or null. Asks nobody's leave: show nothing of it to somebody whose right
 * to read the essay has not been checked.
 */
export async function versionText(essay: string, number: number): Promise<VersionText | null> {
  const key = `${essay}:${number}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const [row] = await query<{ id: string; text: string }>(
    'version-text',
    'SELECT id, text FROM essay_version WHERE essay_id = $1::uuid AND number = $2::int',
    [essay, number],
  );
  if (!row) return null;
  const version = { ...row, points: codePoints(row.text) };
  if (!kept.has(key)) characters += row.text.length;
  kept.set(key, version);
  forgetOldest();
  return version;
}

function forgetOldest(): void {
  for (const [key, { text }] of kept) {
    if (characters <= mostCharacters || kept.size === 1) return;
    kept.delete(key);
    characters -= text.length;
  }
}
