import { Notice } from '@/components/ui/notice';
import type { LeftOut as Counts } from '@/lib/core/release/survey-release';

/** That what was counted when a release was frozen does not all come today; null: nobody counted how much does not. */
export function LeftOut({ counts }: { counts: Counts | null }) {
  if (!counts)
    return (
      <Notice>
        These are the counts of the day it was frozen. What was taken back since then is left out. How much
        that is has not been counted, because the release is large or the site is busy.
      </Notice>
    );
  const { byConsent, takenBack } = counts;
  const all = byConsent + takenBack;
  if (all === 0) return null;
  const why = [
    { n: byConsent, reason: 'because people asked for it' },
    { n: takenBack, reason: 'because the group no longer sees it' },
  ].filter(({ n }) => n > 0);
  const each = why.map(({ n, reason }) => (why.length > 1 ? `${n.toLocaleString('en')} ${reason}` : reason));
  return (
    <Notice>
      These are the counts of the day it was frozen. Since then {all.toLocaleString('en')}{' '}
      {all === 1 ? 'has' : 'have'} been left out{why.length > 1 && ':'} {each.join(', ')}.
    </Notice>
  );
}
