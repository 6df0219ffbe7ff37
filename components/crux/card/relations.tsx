import type { CardPlace, CardRights } from '@/components/crux/card-place';
import type { CardReference, Relation } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';
import { relationTypes, relationWords } from '@/lib/core/crux/relation-words';
import { RelationForm } from './relation-form';
import { RelationItem } from './relation-item';

interface Props {
  place: CardPlace;
  rights: CardRights;
  card: CardReference & { relations: Relation[] };
  tags: readonly Tag[];
}

/** How a card bears on others and they on it, by type and direction. */
export function Relations({ place, rights, card, tags }: Props) {
  const between = card.relations.filter(({ toRelation }) => toRelation === null);
  const lists = relationTypes.flatMap((type) => {
    const own = between.filter((relation) => relation.type === type);
    return [
      { title: relationWords[type].out, items: own.filter(({ from }) => from.id === card.id) },
      { title: relationWords[type].in, items: own.filter(({ from }) => from.id !== card.id) },
    ];
  });
  const orphans = card.relations.filter(
    ({ toRelation }) => toRelation !== null && !between.some(({ id }) => id === toRelation),
  );
  const shown = [...lists, { title: 'Undercuts a relation', items: orphans }].filter(
    ({ items }) => items.length > 0,
  );
  return (
    <section aria-labelledby="relations" className="grid gap-5">
      <h2 id="relations" className="text-xl">
        Relations
      </h2>
      {shown.length === 0 && (
        <p className="text-ink-2">Nobody has said yet what this bears on, or what bears on it.</p>
      )}
      {shown.map(({ title, items }) => (
        <section key={title} aria-label={title} className="grid gap-2">
          <h3 className="font-medium font-ui text-ink-2 text-sm">{title}</h3>
          <ul className="grid gap-3">
            {items.map((relation) => (
              <li key={relation.id}>
                <RelationItem
                  place={place}
                  rights={rights}
                  relation={relation}
                  undercuts={card.relations.filter(({ toRelation }) => toRelation === relation.id)}
                  of={card.id}
                  tags={tags}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {rights.links && <RelationForm place={place} card={card} />}
    </section>
  );
}
