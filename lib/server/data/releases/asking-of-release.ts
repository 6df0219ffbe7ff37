import 'server-only';
import { invalid, notFound, Problem } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import type { ExportChoice } from '@/lib/core/corpus/export-choice';
import { essayFor } from '@/lib/server/data/essay-scope';
import { demandPossible } from '@/lib/server/data/export/chosen';
import type { Viewer } from '@/lib/server/data/viewer';
import { type Asked, type ReadableRelease, releaseFor } from './read-release';
import type { ReleaseRow } from './release-rows';

/** A choice that names a release. */
export type ReleaseChoice = ExportChoice & { release: string };

export const isOfRelease = (choice: ExportChoice): choice is ReleaseChoice => choice.release !== undefined;

/** What somebody asks, and of which release. */
export interface AskingRelease {
  readable: ReadableRelease;
  asked: Asked;
}

/**
 * Finds what is asked of a release, whose tags and essays are those of the time when it was frozen. 401 for visitors who ask for
 * what is theirs alone, 422 for what nothing can be of, and what `releaseFor` throws.
 */
export async function askingOfRelease(
  viewer: Viewer,
  group: string,
  choice: ReleaseChoice,
): Promise<AskingRelease> {
  demandPossible(viewer, choice);
  demandFrozen(choice);
  const readable = await releaseFor(viewer, { group, release: choice.release });
  const { row } = readable;
  const { number, card } = row;
  const unknown = choice.tags?.find((tag) => card?.tags.every(({ slug }) => slug !== tag));
  if (unknown !== undefined)
    throw invalid('unknown-tag', `Release ${number} has no tag “${unknown}”.`, { tag: unknown });
  const { essay } = choice;
  const essays = essay === undefined ? undefined : await namesOf(viewer, { group, essay, row });
  if (essays?.length === 0) throw notFound(`Release ${number} has no essay “${essay}”.`);
  return { readable, asked: { ...choice, essays } };
}

/** An essay by its id, by the slug that it had, or else by the one that it has now; nothing where there is none. */
async function namesOf(
  viewer: Viewer,
  { group, essay, row }: { group: string; essay: string; row: ReleaseRow },
): Promise<string[]> {
  if (isId(essay)) return [essay.toLowerCase()];
  if (row.card?.texts.some(({ slug }) => slug === essay)) return [essay];
  try {
    return [(await essayFor(viewer, { group, essay }, 'annotation.read')).id];
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    return [];
  }
}

/** A release holds what the whole group saw at one moment. */
function demandFrozen({ asOf, visibility, parts }: ExportChoice): void {
  const never = [
    ...(asOf === undefined ? [] : ['“asOf”: it is of one moment']),
    ...(visibility === 'group' ? [] : ['“visibility”: it has nothing private']),
    ...(parts.includes('moderation') ? ['“moderation”: it has nothing that was held'] : []),
  ];
  if (never.length > 0) throw invalid('release-choice', `Of a release, leave out ${never.join('; ')}.`);
}
