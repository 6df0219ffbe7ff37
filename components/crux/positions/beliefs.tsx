import type { Belief } from '@/lib/core/api/card-schemas';
import type { CardDetail } from '@/lib/core/api/cards';
import { isOpenCard } from '@/lib/core/crux/open-card';
import { BeliefForm } from './belief-form';

interface Props {
  group: string;
  card: CardDetail;
  beliefs: readonly Belief[];
}

/** What the viewer would believe of a card if its crux were settled, for every crux that the card is or has. */
export function Beliefs({ group, card, beliefs }: Props) {
  const links = card.relations.filter(
    ({ type, state, from, to }) =>
      type === 'crux-for' && state !== 'rejected' && to && isOpenCard(from) && isOpenCard(to),
  );
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="beliefs" className="grid gap-4 rounded-lg border border-rule bg-raised p-5">
      <div className="grid gap-1">
        <h2 id="beliefs" className="text-xl">
          What would follow?
        </h2>
        <p className="text-ink-2 text-sm">
          Others see how far it would move you, not these numbers. Together they tell how much rests on a
          crux.
        </p>
      </div>
      {links.map(
        ({ id, from, to }) =>
          to && (
            <BeliefForm
              key={id}
              group={group}
              crux={from}
              target={to}
              here={card.id}
              belief={beliefs.find((one) => one.crux === from.id && one.target === to.id) ?? null}
            />
          ),
      )}
    </section>
  );
}
