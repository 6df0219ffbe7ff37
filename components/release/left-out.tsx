import { Notice } from '@/components/ui/notice';

interface Props {
  /** As their authors asked for it. */
  byConsent: number;
  /** As the group does not see them any more. */
  takenBack: number;
}

/** That what was counted when a release was frozen does not all come today. */
export function LeftOut({ byConsent, takenBack }: Props) {
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
