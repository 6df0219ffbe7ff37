import type { Held } from '@/lib/core/annotation/annotation';

interface Props {
  /** Slug. */
  group: string;
  held: NonNullable<Held>;
  isMine: boolean;
}

/** Why others do not see this, and what can be done about it. */
export function HeldNotice({ group, held: { as, note, appealed }, isMine }: Props) {
  const at = `/g/${group}/moderation`;
  if (as === 'sealed')
    return <p className="my-1 w-full text-[0.8125rem] text-ink-3">Only you see this until the reveal.</p>;
  const mine = appealed ? 'You asked for another look.' : <a href={at}>Ask for another look</a>;
  return (
    <p className="wrap-anywhere my-2 w-full rounded-md bg-sunken px-3 py-2 text-[0.8125rem] text-ink-2 [&_a]:underline">
      {as === 'pending' && 'Waits for a moderator. Until then only its author and moderators see it.'}
      {as === 'hidden' && (
        <>
          Hidden by a moderator{note ? `: ${note}` : '.'} {isMine && mine}
        </>
      )}
      {!isMine && (
        <>
          {' '}
          <a href={at}>Decide</a>
        </>
      )}
    </p>
  );
}
