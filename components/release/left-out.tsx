import { Notice } from '@/components/ui/notice';
import type { LeftOutFor } from '@/lib/core/release/survey-release';

/** That what was counted when a release was frozen does not all come today; null: nobody counted how much does not. */
export function LeftOut({ counts }: { counts: LeftOutFor | null }) {
  if (!counts)
    return (
      <Notice>
        These are the counts of the day it was frozen. What was taken back since then is left out. How much
        that is has not been counted, because the release is large or the site is busy.
      </Notice>
    );
  const { annotations, others, hiddenPositions } = counts;
  const reasons = [
    { why: 'because people asked for it', of: 'byConsent' },
    { why: 'because the group no longer sees it', of: 'takenBack' },
  ] as const;
  const lost = reasons.flatMap(({ why, of }) => {
    const what = [
      ...counted(annotations[of], 'annotation'),
      ...counted(others[of], 'answer or card', 'answers and cards'),
    ];
    return what.length > 0 ? [`${what.join(', ')} ${why}`] : [];
  });
  const [hidden] = counted(hiddenPositions, 'answer');
  if (lost.length === 0 && !hidden) return null;
  return (
    <Notice>
      These are the counts of the day it was frozen.{' '}
      {lost.length > 0 && `Left out since then: ${lost.join('; ')}. `}
      {hidden && `Not for you yet: ${hidden} on cards that you have not answered.`}
    </Notice>
  );
}

const counted = (n: number, one: string, many = `${one}s`): string[] =>
  n === 0 ? [] : [`${n.toLocaleString('en')} ${n === 1 ? one : many}`];
