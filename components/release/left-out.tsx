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
    ...(byConsent > 0 ? [`${byConsent.toLocaleString('en')} since people asked to be left out`] : []),
    ...(takenBack > 0
      ? [`${takenBack.toLocaleString('en')} since the group does not see them any more`]
      : []),
  ];
  return (
    <Notice>
      These are the counts of the day it was frozen. Of these, {all.toLocaleString('en')}{' '}
      {all === 1 ? 'comes' : 'come'} no more: {why.join(', ')}.
    </Notice>
  );
}
