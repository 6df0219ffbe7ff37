import { Notice } from '@/components/ui/notice';
import type { LeftOut as Counts } from '@/lib/core/release/survey-release';

/** That what was counted when a release was frozen does not all come today; null: nobody counted how much does not. */
export function LeftOut({ counts }: { counts: Counts | null }) {
  if (!counts)
    return (
      <Notice>
        These are the counts of the day it was frozen. What was taken back since does not come; how much that
        is was not counted now, as the release is large or the site is busy.
      </Notice>
    );
  const { byConsent, takenBack } = counts;
  const all = byConsent + takenBack;
  if (all === 0) return null;
  const why = [
    { n: byConsent, reason: 'since people asked to be left out' },
    { n: takenBack, reason: 'since the group does not see it any more' },
  ].filter(({ n }) => n > 0);
  const each = why.map(({ n, reason }) => (why.length > 1 ? `${n.toLocaleString('en')} ${reason}` : reason));
  return (
    <Notice>
      These are the counts of the day it was frozen. Of these, {all.toLocaleString('en')}{' '}
      {all === 1 ? 'comes' : 'come'} no more, {each.join(', ')}.
    </Notice>
  );
}
