'use client';

import type { ReactNode } from 'react';
import { api } from '@/components/api-client';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';
import type { ExternalPerson } from '@/lib/core/api/corpus-import';

interface Props {
  /** Slug. */
  group: string;
  people: readonly ExternalPerson[];
  /** Id of who looks at it. */
  viewer: string | null;
  mayAsk: boolean;
  mayAgree: boolean;
  /** Nobody else could agree. */
  isOnlyModerator: boolean;
}

/** Whose words were imported; members say who of them it is, and a moderator agrees. */
export function ExternalPeople({ group, people, viewer, mayAsk, mayAgree, isOnlyModerator }: Props) {
  const { error, change, pending } = useChange();
  const { dialog, ask } = useDialog();
  const place = (person: string) => ({ params: { group, person } });

  const say = (person: string) =>
    change(() => api('PUT /groups/{group}/external-people/{person}/claim', place(person)));
  const drop = (person: string) =>
    change(() => api('DELETE /groups/{group}/external-people/{person}/claim', place(person)));

  async function agree({ person, askedBy }: ExternalPerson) {
    if (!askedBy) return;
    const answer = await ask({
      title: `Is ${askedBy.name} ${person.name}?`,
      text: 'Everything imported of this person becomes theirs: annotations, replies, cards and answers. This cannot be taken back.',
      action: 'Agree',
    });
    if (answer === null) return;
    const call = { ...place(person.id), body: { member: askedBy.id } };
    await change(() => api('POST /groups/{group}/external-people/{person}/claim/agreement', call));
  }

  return (
    <section aria-labelledby="imported" className="grid gap-2">
      <h2 id="imported" className="text-xl">
        Imported people
      </h2>
      <p className="max-w-prose text-ink-2 text-sm">
        They wrote what was imported here, and cannot sign in. If you are one of them, say so: when a
        moderator agrees, it becomes yours.
      </p>
      <Refusal error={error} />
      {dialog}
      <ul className="grid">
        {people.map((one) => {
          const { person, askedBy, claimedBy } = one;
          const isMine = askedBy !== null && askedBy.id === viewer;
          return (
            <Row
              key={person.id}
              name={person.name}
              facts={factsOf(one, isMine ? whoDecides(mayAgree, isOnlyModerator) : null)}
            >
              {mayAgree && askedBy && (!isMine || isOnlyModerator) && (
                <Button look="outline" size="sm" disabled={pending} onClick={() => void agree(one)}>
                  Agree…
                </Button>
              )}
              {askedBy && (mayAgree || isMine) && (
                <Button look="quiet" size="sm" disabled={pending} onClick={() => void drop(person.id)}>
                  {isMine ? 'Take back' : 'Refuse'}
                </Button>
              )}
              {mayAsk && !askedBy && (claimedBy ? one.cameSince : true) && (
                <Button
                  look="quiet"
                  size="sm"
                  disabled={pending}
                  aria-label={claimedBy ? undefined : `I am ${person.name}`}
                  onClick={() => void say(person.id)}
                >
                  {claimedBy ? 'What came since is mine' : 'This is me'}
                </Button>
              )}
            </Row>
          );
        })}
      </ul>
    </section>
  );
}

function Row({ name, facts, children }: { name: string; facts: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2 border-rule border-b py-3 last:border-0 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <Avatar name={name} size={32} />
      <div className="wrap-anywhere">
        <p className="font-medium">
          <bdi>{name}</bdi>
        </p>
        <p className="text-ink-3 text-sm">{facts}</p>
      </div>
      <div className="flex flex-wrap gap-2 max-sm:col-start-2">{children}</div>
    </li>
  );
}

/** About what one says of oneself. */
function whoDecides(moderates: boolean, isOnlyModerator: boolean): string {
  if (!moderates) return 'A moderator has to agree';
  return isOnlyModerator ? 'No other moderator is there to agree' : 'Another moderator has to agree';
}

/** `decides`: who has to agree, where it is the viewer who asks. */
function factsOf(
  { annotations, replies, askedBy, claimedBy }: ExternalPerson,
  decides: string | null,
): string {
  const counts = [
    `${annotations} ${annotations === 1 ? 'annotation' : 'annotations'}`,
    `${replies} ${replies === 1 ? 'reply' : 'replies'}`,
  ].join(', ');
  if (decides) return `You say that this is you · ${decides} · ${counts}`;
  if (askedBy) return `${askedBy.name} says that this is them · ${counts}`;
  if (!claimedBy) return counts;
  return `Is ${claimedBy.name}${annotations + replies > 0 ? ` · since then ${counts}` : ''}`;
}
