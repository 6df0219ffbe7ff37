import 'server-only';
import { type AnchorProblem, anchor, describe, type TextRange } from '@/lib/core/anchoring/selectors';
import type { Selector, Target } from '@/lib/core/annotation/annotation';
import { invalid, type Problem } from '@/lib/core/api/problem';
import { query } from './database';
import type { ThreadScope } from './thread';
import { versionText } from './version-text';

/** A passage that was found: what is kept of it. */
export interface FoundTarget {
  /** Of the essay_version row. */
  version: string;
  number: number;
  /** UTF-16 code units of the version's text. */
  range: TextRange;
  /** Position and quote, in code points, however it was described. */
  selectors: Selector[];
}

/** Finds the passage, or says why not. The problem quotes the text: only for those who may read it. */
export async function findTarget(
  essay: string,
  { version: number, selector }: Target,
): Promise<{ found: FoundTarget } | { problem: Problem }> {
  const version = await versionText(essay, number);
  if (!version) return { problem: invalid('version', `The essay has no version ${number}.`) };
  const answer = anchor(version.text, selector, version.points);
  if ('problem' in answer) return { problem: selectorProblem(answer.problem) };
  const { range } = answer;
  const selectors = describe(version.text, range, version.points);
  return { found: { version: version.id, number, range, selectors } };
}

/** Without a place where the anchor was lost. */
interface Stand {
  number: number;
  start: number | null;
  end: number | null;
}

/** Where a standing annotation is to go; null: it is there. Throws a 422 for words that are not found, or of another version. */
export async function moveTo(
  { annotation, essay }: Pick<ThreadScope, 'annotation' | 'essay'>,
  target: Target,
): Promise<FoundTarget | null> {
  const [from] = await query<Stand>(
    'place-of-annotation',
    `SELECT v.number, x.start, x."end" FROM target t JOIN essay_version v ON v.id = t.essay_version_id
     LEFT JOIN anchor x ON x.annotation_id = t.annotation_id AND x.essay_version_id = v.id WHERE t.annotation_id = $1::uuid`,
    [annotation],
  );
  if (from!.number !== target.version)
    throw invalid('version', `An annotation stays in its version of the text, which is ${from!.number}.`);
  const answer = await findTarget(essay, target);
  if ('problem' in answer) throw answer.problem;
  const { found: to } = answer;
  const isThere = to.range.start === from!.start && to.range.end === from!.end;
  return isThere ? null : to;
}

/** Lets an annotation stand on other words of its version, which its author chose: certain, whatever led to the former ones. */
export async function place(annotation: string, { version, range, selectors }: FoundTarget): Promise<void> {
  await query(
    'place-annotation',
    `WITH aimed AS (UPDATE target SET selectors = $3::jsonb WHERE annotation_id = $1::uuid)
     INSERT INTO anchor (annotation_id, essay_version_id, start, "end") VALUES ($1::uuid, $2::uuid, $4::int, $5::int)
     ON CONFLICT (annotation_id, essay_version_id)
       DO UPDATE SET start = $4::int, "end" = $5::int, state = 'anchored', method = 'exact', confidence = 1`,
    [annotation, version, JSON.stringify(selectors), range.start, range.end],
  );
}

function selectorProblem(problem: AnchorProblem): Problem {
  switch (problem.reason) {
    case 'disagreement':
      return invalid('selector', 'Position and quote do not agree: the essay has other words there.', {
        found: problem.found,
        quoted: problem.quoted,
      });
    case 'not-found':
      return invalid('selector', 'The essay does not have these words.', { quoted: problem.quoted });
    case 'ambiguous':
      return invalid(
        'selector',
        `The essay has these words ${problem.count} times. Add a prefix, a suffix or a position.`,
        { quoted: problem.quoted, count: problem.count },
      );
    case 'outside':
      return invalid(
        'selector',
        `The position is not within the ${problem.length} characters of the essay.`,
        {
          length: problem.length,
        },
      );
  }
}
