import 'server-only';
import { invalid, Problem } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import type { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { AskedOfRelease } from '@/lib/core/release/asked-of-release';
import { query } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { demandPossible } from '@/lib/server/data/export/chosen';
import type { GroupScope } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { releaseFor } from './read-release';
import type { ReleaseRow } from './release-rows';

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
 * what is theirs alone, 422 for what nothing can be of, and what
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
  const theirs = await claimedBy(scope.id);
  const me = viewer.user?.id;
  return {
    group: scope,
    release: choice.release,
    asked: {
      ...choice,
      own: me === undefined ? [] : theirs(me),
      authors: choice.people?.flatMap((id) => theirs(id.toLowerCase())),
      essays:
        choice.essay === undefined ? undefined : await namesOf(viewer, { group, essay: choice.essay, row }),
    },
  };
}

/** What was frozen under an imported person is theirs who said since that they are that person. */
async function claimedBy(group: string): Promise<(member: string) => string[]> {
  const rows = await query<{ member: string; imported: string }>(
    'claimed-in-release',
    `SELECT claimed_by_id AS member, user_id AS imported FROM external_person
     WHERE group_id = $1::uuid AND claimed_by_id IS NOT NULL`,
    [group],
  );
  return (member) => [member, ...rows.filter((row) => row.member === member).map(({ imported }) => imported)];
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
