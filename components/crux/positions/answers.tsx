import { isFew } from '@/components/crux/figure';
import { FlagWordsButton } from '@/components/moderation/flag-words-button';
import { HeldNotice } from '@/components/moderation/held-notice';
import type { Occurrence, Position } from '@/lib/core/api/card-schemas';
import { summariseCredences } from '@/lib/core/crux/contested';
import { DotStrip } from './dot-strip';
import { percent } from './percent';

interface Props {
  others: readonly Position[];
  mine: Position | null;
  passages: readonly Occurrence[];
  /** Slug. */
  group: string;
  /** May flag what others wrote. */
  flags: boolean;
}

const hasWords = ({ reason, wouldChangeMind }: Position) => reason !== '' || wouldChangeMind !== '';

const byCredence = (a: Position, b: Position) => (b.credence ?? -1) - (a.credence ?? -1);

/** What everybody believes, as a picture and as a list; nobody's view is left out. */
export function Answers({ others, mine, passages, group, flags }: Props) {
  const all = [...(mine ? [mine] : []), ...others].sort(byCredence);
  const { n, mean, spread } = summariseCredences(all.map(({ credence }) => credence));
  if (all.length === 0) return <p className="text-ink-2 text-sm">Nobody has answered yet.</p>;
  return (
    <div className="grid gap-3">
      <DotStrip credences={others.flatMap(({ credence }) => credence ?? [])} mine={mine?.credence ?? null} />
      <p className="text-ink-2 text-sm">
        {mean === null || spread === null
          ? 'Nobody gave a number.'
          : `Mean ${percent(Math.round(mean))}, spread ${Math.round(spread)} points, of ${n} ${n === 1 ? 'answer' : 'answers'} with a number.`}
        {n > 0 && isFew(n) && ' Few answers: this says little of the group.'}
      </p>
      <ul className="grid gap-3">
        {all.map((position) => (
          <li key={position.id} className="grid gap-0.5 border-rule border-t pt-3 text-sm">
            <div className="flex items-center gap-1">
              <bdi className="wrap-anywhere me-auto min-w-0 font-medium">
                {position.id === mine?.id ? 'You' : position.person.name}
              </bdi>
              {flags && position.id !== mine?.id && !position.held && hasWords(position) && (
                <FlagWordsButton
                  group={group}
                  thing={{ kind: 'position', id: position.id }}
                  author={position.person.name}
                />
              )}
              <span className="min-w-14 whitespace-nowrap text-end tabular-nums">
                {percent(position.credence)}
              </span>
            </div>
            <Standing position={position} />
            {position.held && (
              <HeldNotice group={group} held={position.held} isMine={position.id === mine?.id} />
            )}
            <Said
              position={position}
              whose={position.id === mine?.id ? 'your' : 'their'}
              passages={passages}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Standing({ position: { stale, inherited } }: { position: Position }) {
  if (stale) return <p className="text-ink-3">Given on other words than today’s</p>;
  return inherited && <p className="text-ink-3">Carried over by a merge, not confirmed</p>;
}

interface SaidProps {
  position: Position;
  whose: 'your' | 'their';
  passages: readonly Occurrence[];
}

/** The words that came with an answer. */
function Said({ position, whose, passages }: SaidProps) {
  const { reason, wouldChangeMind, because } = position;
  const cause = passages.find(({ annotation }) => annotation === because?.annotation);
  return (
    <>
      {reason && (
        <p className="wrap-anywhere whitespace-pre-line text-ink-2" dir="auto">
          {reason}
        </p>
      )}
      {wouldChangeMind && (
        <p className="wrap-anywhere whitespace-pre-line text-ink-2" dir="auto">
          <span className="text-ink-3">Would change {whose} mind: </span>
          {wouldChangeMind}
        </p>
      )}
      {cause && (
        <p className="wrap-anywhere line-clamp-2 text-ink-3" dir="auto">
          Because of “{cause.exact}”
        </p>
      )}
    </>
  );
}
