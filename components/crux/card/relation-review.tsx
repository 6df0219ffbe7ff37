'use client';

import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { Relation } from '@/lib/core/api/card-schemas';

interface Props {
  place: CardPlace;
  relation: Relation;
  /** The statement at the other end. */
  name: string;
}

const verbs = { accepted: 'Accept', rejected: 'Reject' } as const;

/** Moderators say whether a relation holds. */
export function RelationReview({ place, relation, name }: Props) {
  const { pending, error, change } = useChange();
  const review = (state: Relation['state']) =>
    change(() =>
      api('PATCH /groups/{group}/cards/{card}/relations/{id}', {
        params: { ...place, id: relation.id },
        body: { state },
      }),
    );
  return (
    <>
      {(['accepted', 'rejected'] as const)
        .filter((state) => state !== relation.state)
        .map((state) => (
          <Button
            key={state}
            look="outline"
            size="sm"
            disabled={pending}
            aria-label={`${verbs[state]} relation: ${name}`}
            onClick={() => review(state)}
          >
            {verbs[state]}
          </Button>
        ))}
      <Refusal error={error} />
    </>
  );
}
