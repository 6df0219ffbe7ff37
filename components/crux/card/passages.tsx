import { type CardPlace, type CardRights, mayRemove } from '@/components/crux/card-place';
import type { MindChange, OccurrenceRole } from '@/lib/core/api/card-schemas';
import type { CardDetail } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';
import { LongList } from './long-list';
import { PassageItem } from './passage-item';
import { RemoveButton } from './remove-button';

const roles: [OccurrenceRole[], string][] = [
  [['states', 'supports'], 'For it'],
  [['opposes'], 'Against it'],
  [['mentions'], 'Mention it'],
];

interface Props {
  place: CardPlace;
  rights: CardRights;
  passages: CardDetail['occurrences'];
  /** What moved people; null before the viewer answered. */
  moved: readonly MindChange[] | null;
  tags: readonly Tag[];
}

/** The passages that a card is met in, by how they bear on it. */
export function Passages({ place, rights, passages, moved, tags }: Props) {
  return (
    <section aria-labelledby="passages" className="grid gap-5">
      <h2 id="passages" className="text-xl">
        Passages
      </h2>
      {passages.length === 0 && (
        <p className="text-ink-2">
          No passage yet. A card is worth most where it can be read in the essays that make or deny it.
        </p>
      )}
      {roles.map(([of, title]) => {
        const own = passages.filter(({ role }) => of.includes(role));
        return (
          own.length > 0 && (
            <section key={title} aria-label={title} className="grid gap-2">
              <h3 className="font-medium font-ui text-ink-2 text-sm">
                {title} ({own.length})
              </h3>
              <LongList shown={4} rest="more passages" className="grid gap-6">
                {own.map((passage) => (
                  <li key={passage.id}>
                    <PassageItem
                      group={place.group}
                      passage={passage}
                      tags={tags}
                      moved={moved?.find(({ annotation }) => annotation === passage.annotation)}
                    >
                      {mayRemove(rights, passage.creator.id) && (
                        <RemoveButton place={place} what="occurrences" id={passage.id} name={passage.exact} />
                      )}
                    </PassageItem>
                  </li>
                ))}
              </LongList>
            </section>
          )
        );
      })}
    </section>
  );
}
