'use client';

import { Ellipsis } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CardPlace, CardRights } from '@/components/crux/card-place';
import { CardCuration } from '@/components/crux/curation/card-curation';
import { stepQuestions } from '@/components/crux/step-questions';
import { FollowButton } from '@/components/inbox/follow-button';
import { FlagCardDialog } from '@/components/moderation/flag-card-dialog';
import { Button, buttonClass } from '@/components/ui/button';
import { type Deed, DeedMenu } from '@/components/ui/deed-menu';
import type { CardDetail } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';
import type { StepVerb } from '@/lib/core/crux/board-moves';
import { isOpenCard } from '@/lib/core/crux/open-card';
import { RewordDialog } from './reword-dialog';
import { useCardSteps } from './use-card-steps';

interface Props {
  place: CardPlace;
  card: CardDetail;
  tags: readonly Tag[];
  rights: CardRights;
  /** What is open to the viewer now. */
  deeds: { rewords: boolean; steps: readonly StepVerb[] };
  /** Null for those who cannot follow it. */
  following: boolean | null;
}

const settling: readonly StepVerb[] = ['resolve-true', 'resolve-false', 'dissolve'];
/** What comes next has a button; the rest is in the menu. */
const next: readonly StepVerb[] = ['accept', 'reject', 'reconsider', 'reopen', 'restore'];

/** Who may archive a card need not withdraw it. */
const isRest = (verb: StepVerb, _: number, all: readonly StepVerb[]) =>
  !settling.includes(verb) && !next.includes(verb) && !(verb === 'withdraw' && all.includes('archive'));

/** What the viewer may do with a card. */
export function CardActions({ place, card, tags, rights, deeds, following }: Props) {
  const [open, setOpen] = useState<'merge' | 'split' | 'flag' | null>(null);
  const [isFlagged, setFlagged] = useState(false);
  const wording = useRef<HTMLDialogElement>(null);
  const { take, pending, dialog, refusal } = useCardSteps(place, card);
  const close = () => setOpen(null);
  const flagged = () => {
    close();
    setFlagged(true);
  };
  const reword = () => wording.current?.showModal();
  const steps = next.filter((verb) => deeds.steps.includes(verb));
  const [settle, ...others] = deeds.steps.filter((verb) => settling.includes(verb));
  const hasRoom = steps.length < 2;
  const isCurated = rights.moderates && isOpenCard(card);
  const isForeign = rights.links && card.creator.id !== rights.viewer && !card.held;
  const more: Deed[] = [
    ...(deeds.rewords && !hasRoom ? [{ label: 'Reword…', run: reword }] : []),
    ...(isCurated ? [{ label: 'Merge…', run: () => setOpen('merge') }] : []),
    ...(isCurated ? [{ label: 'Split…', run: () => setOpen('split') }] : []),
    ...deeds.steps.filter(isRest).map((verb) => ({
      label: `${stepQuestions[verb].label}…`,
      run: () => void take(verb),
    })),
    ...(isForeign
      ? [{ label: isFlagged ? 'Flagged' : 'Flag…', disabled: isFlagged, run: () => setOpen('flag') }]
      : []),
  ];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <StepButtons steps={steps} pending={pending} onTake={(verb) => void take(verb)} />
      {settle && (
        <Button look="outline" size="sm" disabled={pending} onClick={() => void take(settle, ...others)}>
          Resolve
        </Button>
      )}
      {deeds.rewords && hasRoom && (
        <Button look="outline" size="sm" onClick={reword}>
          Reword
        </Button>
      )}
      {following !== null && (
        <FollowButton
          group={place.group}
          kind="card"
          subject={card.id}
          name="this card"
          following={following}
          look="outline"
        />
      )}
      {more.length > 0 && (
        <DeedMenu
          label="More to do with this card"
          deeds={more}
          className={`${buttonClass('outline', 'sm')} min-w-11`}
        >
          <Ellipsis size={18} aria-hidden="true" />
        </DeedMenu>
      )}
      <FlagStatus isFlagged={isFlagged} />
      {dialog}
      {deeds.rewords && (
        <RewordDialog dialog={wording} place={place} card={card} tags={tags} moderates={rights.moderates} />
      )}
      <CardCuration
        place={place}
        card={card}
        tags={tags}
        open={open === 'flag' ? null : open}
        onClose={close}
      />
      {open === 'flag' && (
        <FlagCardDialog group={place.group} card={card.id} onClose={close} onSent={flagged} />
      )}
      {refusal && <div className="basis-full">{refusal}</div>}
    </div>
  );
}

const FlagStatus = ({ isFlagged }: { isFlagged: boolean }) => (
  <span role="status" className="sr-only">
    {isFlagged && 'Moderators will look at it.'}
  </span>
);

interface StepButtonsProps {
  steps: readonly StepVerb[];
  pending: boolean;
  onTake: (verb: StepVerb) => void;
}

function StepButtons({ steps, pending, onTake }: StepButtonsProps) {
  return steps.map((verb) => (
    <Button
      key={verb}
      look={verb === 'accept' ? 'primary' : 'outline'}
      size="sm"
      disabled={pending}
      onClick={() => onTake(verb)}
    >
      {stepQuestions[verb].label}
    </Button>
  ));
}
