import { Notice } from '@/components/ui/notice';
import { whatThereIs } from '@/lib/core/corpus/counted-words';
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
  const { byConsent, takenBack, hiddenPositions } = counts;
  const lost = [
    { what: whatThereIs(byConsent), why: 'because people asked for it' },
    { what: whatThereIs(takenBack), why: 'because the group no longer sees it' },
  ].flatMap(({ what, why }) => (what ? [`${what} ${why}`] : []));
  const hidden = whatThereIs({ positions: hiddenPositions });
  if (lost.length === 0 && !hidden) return null;
  return (
    <Notice>
      These are the counts of the day it was frozen.{' '}
      {lost.length > 0 && `Left out since then: ${lost.join('; ')}. `}
      {hidden && `Not for you yet: ${hidden} on cards that you have not answered.`}
    </Notice>
  );
}
