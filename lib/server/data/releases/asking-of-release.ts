import 'server-only';
import { invalid, notFound, Problem } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import type { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { AskedOfRelease } from '@/lib/core/release/asked-of-release';
import { essayFor } from '@/lib/server/data/essay-scope';
import { demandPossible } from '@/lib/server/data/export/chosen';
import type { GroupScope } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { releaseFor } from './read-release';

/** A choice that names a release. */
export type ReleaseChoice = ExportChoice & { release: string };

export const isOfRelease = (choice: ExportChoice): choice is ReleaseChoice => choice.release !== undefined;

/** What somebody asks of a release, and of which group. */
export interface AskingRelease {
  group: GroupScope;
  release: string;
  asked: AskedOfRelease;
}

/**
 * Finds what is asked of a release, whose tags and essays are those of the time when it was frozen. 401 for visitors who ask for
 * what is theirs alone, 404 for an essay that neither it nor the group has, 422 for what nothing can be of, and what
 * `releaseFor` throws.
 */
export async function askingOfRelease(
  viewer: Viewer,
  group: string,
  choice: ReleaseChoice,
): Promise<AskingRelease> {
  demandPossible(viewer, choice);
  demandFrozen(choice);
  const { scope, row } = await releaseFor(viewer, { group, release: choice.release });
  const { number, card } = row;
  const unknown = choice.tags?.find((tag) => card?.tags.every(({ slug }) => slug !== tag));
  if (unknown !== undefined)
    throw invalid('unknown-tag', `Release ${number} has no tag “${unknown}”.`, { tag: unknown });
  const isFrozen = ({ slug }: { slug: string }) => slug === choice.essay;
  const isNamed = choice.essay === undefined || isId(choice.essay) || card?.texts.some(isFrozen);
  const essay = isNamed ? choice.essay : await todaysEssay(viewer, { group, essay: choice.essay!, number });
  return {
    group: scope,
    release: choice.release,
    asked: { ...choice, ...(essay !== undefined && { essay }), viewer: viewer.user?.id ?? null },
  };
}

/** The id of an essay that has another name now than when the release was frozen. */
async function todaysEssay(
  viewer: Viewer,
  { group, essay, number }: { group: string; essay: string; number: number },
): Promise<string> {
  try {
    return (await essayFor(viewer, { group, essay }, 'annotation.read')).id;
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    throw notFound(`Release ${number} has no essay “${essay}”.`);
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
