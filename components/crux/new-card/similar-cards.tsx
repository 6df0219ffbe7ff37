'use client';

import { type ReactNode, useId } from 'react';
import { kindTag } from '@/components/crux/kind-tag';
import { percent } from '@/components/crux/positions/percent';
import type { SimilarCard } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';
import { useSimilarCards } from './use-similar-cards';

interface Props {
  /** Slug. */
  group: string;
  tags: readonly Tag[];
  statement: string;
  /** The passage that a card is made of, if it is made of one. */
  annotation?: string | undefined;
  /** What can be done with one instead; `named` is the id of its words. */
  children?: ((card: SimilarCard, named: string) => ReactNode) | undefined;
}

/** Cards that may say the same already, before it is said twice. */
export function SimilarCards({ group, tags, statement, annotation, children }: Props) {
  const found = useSimilarCards({ group, statement, annotation });
  return (
    <section className="grid gap-2 text-sm">
      <p role="status" className="font-medium text-ink-2 empty:hidden">
        {told(found, annotation !== undefined)}
      </p>
      {found && found.length > 0 && (
        <ul className="max-h-[min(22rem,40vh)] divide-y divide-rule overflow-y-auto rounded-md border border-rule bg-surface">
          {found.map((card) => (
            <Similar key={card.id} group={group} tags={tags} card={card}>
              {children}
            </Similar>
          ))}
        </ul>
      )}
    </section>
  );
}

function told(found: readonly SimilarCard[] | null | undefined, ofPassage: boolean): string {
  if (found === null) return 'Similar cards cannot be looked up now.';
  if (found === undefined) return ofPassage ? 'Looking for similar cards…' : '';
  if (found.length === 0) return 'No card of the group says this yet.';
  return found.length === 1 ? 'One card may say it already:' : `${found.length} cards may say it already:`;
}

function Similar({
  group,
  tags,
  card,
  children,
}: Pick<Props, 'group' | 'tags' | 'children'> & { card: SimilarCard }) {
  const id = useId();
  const { name, glyph, slot } = kindTag(card.kind, tags);
  return (
    <li className="grid gap-1.5 px-3 py-2.5">
      <p id={id} dir="auto" className="wrap-anywhere">
        <span aria-hidden="true" style={{ color: `var(--hl-${slot}-edge)` }}>
          {glyph}
        </span>{' '}
        <span className="sr-only">{name}: </span>
        <a
          href={`/g/${group}/cards/${card.number}`}
          target="_blank"
          rel="noopener"
          className="underline pointer-coarse:py-1"
        >
          {card.statement}
        </a>
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <small className="flex-auto text-ink-3 text-xs">{likeness(card)}</small>
        {children?.(card, id)}
      </div>
    </li>
  );
}

function likeness({ similarity, sharedPassages, status }: SimilarCard): string {
  const parts = [
    `${percent(Math.round(similarity * 100))} alike`,
    sharedPassages > 0 &&
      (sharedPassages === 1 ? '1 note at this passage' : `${sharedPassages} notes at this passage`),
    status === 'rejected' && 'rejected',
    status.startsWith('resolved') && status.replace('-', ': '),
    status === 'dissolved' && 'dissolved',
  ];
  return parts.filter(Boolean).join(' · ');
}
