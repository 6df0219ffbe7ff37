import 'server-only';
import { type AnchorProblem, anchor, describe, type TextRange } from '@/lib/core/anchoring/selectors';
import type { Selector, Target } from '@/lib/core/annotation/annotation';
import { invalid, type Problem } from '@/lib/core/api/problem';
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
