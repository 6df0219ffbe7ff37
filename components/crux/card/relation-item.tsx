import type { Route } from 'next';
import Link from 'next/link';
import { type CardPlace, type CardRights, mayRemove } from '@/components/crux/card-place';
import { KindChip } from '@/components/crux/kind-chip';
import { StatusChip } from '@/components/crux/status-chip';
import { FlagWordsButton } from '@/components/moderation/flag-words-button';
import { HeldNotice } from '@/components/moderation/held-notice';
import type { CardReference, Relation } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';
import { RelationReview } from './relation-review';
import { RemoveButton } from './remove-button';

interface Props {
  place: CardPlace;
  rights: CardRights;
  relation: Relation;
  /** Relations that undercut this one. */
  undercuts: readonly Relation[];
  /** The card whose page it is. */
  of: string;
  tags: readonly Tag[];
}

const states = { proposed: 'Waits to be accepted', accepted: 'Accepted', rejected: 'Rejected' };

/** The card at the other end of a relation, who said so, and whether it is accepted. */
export function RelationItem({ place, rights, relation, undercuts, of, tags }: Props) {
  const other = relation.to === null || relation.to.id === of ? relation.from : relation.to;
  const { rationale, state, creator, held } = relation;
  return (
    <article
      className={`grid min-w-0 gap-2 rounded-lg border border-rule bg-surface p-4 ${state === 'rejected' ? 'opacity-80' : ''}`}
    >
      <CardLink group={place.group} card={other} tags={tags} />
      {rationale && (
        <p className="wrap-anywhere text-ink-2 text-sm" dir="auto">
          {rationale}
        </p>
      )}
      {held && <HeldNotice group={place.group} held={held} isMine={creator.id === rights.viewer} />}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-sm">
        <span className="me-auto">
          <span className={state === 'proposed' ? 'font-medium text-ink' : ''}>{states[state]}</span> · said
          by <bdi>{creator.name}</bdi>
          {'\u00a0'}
          {rationale && !held && <FlagWords place={place} rights={rights} relation={relation} />}
        </span>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 empty:hidden">
          {rights.moderates && <RelationReview place={place} relation={relation} name={other.statement} />}
          {mayRemove(rights, creator.id) && (
            <RemoveButton place={place} what="relations" id={relation.id} name={other.statement} />
          )}
        </div>
      </div>
      {undercuts.length > 0 && (
        <ul aria-label="Undercut by" className="grid gap-2 border-rule-strong border-s-2 ps-3">
          {undercuts.map((one) => (
            <li key={one.id} className="grid gap-1">
              <span className="text-ink-3 text-sm">Undercut by</span>
              <CardLink group={place.group} card={one.from} tags={tags} />
              {one.rationale && (
                <p className="wrap-anywhere text-ink-2 text-sm">
                  {one.rationale} {!one.held && <FlagWords place={place} rights={rights} relation={one} />}
                </p>
              )}
              {one.held && (
                <HeldNotice group={place.group} held={one.held} isMine={one.creator.id === rights.viewer} />
              )}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** For those who belong to the group, and did not write them. */
function FlagWords({
  place,
  rights,
  relation: { id, creator },
}: Pick<Props, 'place' | 'rights' | 'relation'>) {
  if (!rights.flags || rights.viewer === creator.id) return null;
  return <FlagWordsButton group={place.group} thing={{ kind: 'relation', id }} author={creator.name} />;
}

function CardLink({ group, card, tags }: { group: string; card: CardReference; tags: readonly Tag[] }) {
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-2">
        <KindChip kind={card.kind} tags={tags} />
        {card.status !== 'canonical' && <StatusChip status={card.status} />}
      </p>
      <Link
        href={`/g/${group}/cards/${card.number}` as Route}
        prefetch={false}
        className="wrap-anywhere font-read text-lg leading-snug no-underline hover:underline"
        dir="auto"
      >
        {card.statement}
      </Link>
    </div>
  );
}
