import type { Route } from 'next';
import Link from 'next/link';
import type { ReleaseDiff } from '@/lib/core/api/releases';
import { ChangedAnnotations } from './changed-annotations';
import { ReleaseSection } from './release-section';

const names = {
  added: 'added',
  removed: 'removed',
  retagged: 'with other tags',
  're-anchored': 'at another place',
  reworded: 'with another comment',
  discussed: 'with another thread',
} as const satisfies Record<keyof ReleaseDiff['counts'], string>;

/** What became of a release until another. */
export function DiffView({ group, diff }: { group: string; diff: ReleaseDiff }) {
  const { counts, consentWithdrawn, takenBack, annotations, cards, texts, words, guideline } = diff;
  const rows = [
    ...Object.entries(names).map(([key, name]) => [name, counts[key as keyof typeof names]] as const),
    ['left out, as their authors asked for it', consentWithdrawn] as const,
    ['that the group does not see any more', takenBack] as const,
  ];
  const total = rows.reduce((sum, [, n]) => sum + n, 0);
  const isSame = total + cards.length + texts.length + words.length === 0 && !guideline;
  if (isSame) return <p className="text-ink-2">Nothing changed between the two.</p>;
  return (
    <>
      <ReleaseSection id="annotations" title="Annotations">
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm tabular-nums">
          {rows.map(([name, n]) => (
            <li key={name} className={n === 0 ? 'text-ink-3' : ''}>
              <span className="font-medium">{n.toLocaleString('en')}</span> {name}
            </li>
          ))}
        </ul>
        <ChangedAnnotations annotations={annotations} />
      </ReleaseSection>
      {cards.length > 0 && (
        <ReleaseSection id="cards" title="Cards">
          <ChangedCards group={group} cards={cards} />
        </ReleaseSection>
      )}
      {(texts.length > 0 || words.length > 0 || guideline) && (
        <ReleaseSection id="frame" title="Texts, vocabulary, guideline">
          <ul className="grid gap-1 text-sm">
            {texts.map(({ title, number, change }) => (
              <li key={`${title} ${number}`}>
                <bdi>{title}</bdi>, version {number}: {change}
              </li>
            ))}
            {words.map(({ slug, name, change, definition }) => (
              <li key={slug}>
                {name}: {change}
                {definition && <span className="text-ink-2">. {definition}</span>}
              </li>
            ))}
            {guideline && <li>The guideline says something else.</li>}
          </ul>
        </ReleaseSection>
      )}
    </>
  );
}

function ChangedCards({ group, cards }: { group: string } & Pick<ReleaseDiff, 'cards'>) {
  return (
    <ul className="grid gap-3">
      {cards.map(({ number, statement, changes, statementBefore, status, statusBefore }) => (
        <li key={number} className="wrap-anywhere rounded-md border border-rule bg-raised p-3 text-sm">
          <p className="text-ink-3">
            <Link href={`/g/${group}/cards/${number}` as Route} prefetch={false}>
              Card {number}
            </Link>
            : {changes.join(', ')}
            {statusBefore && `, from ${statusBefore} to ${status}`}
          </p>
          {statementBefore && (
            <p dir="auto">
              <del className="text-ink-3">{statementBefore}</del>
            </p>
          )}
          <p dir="auto" className="font-read text-base">
            {statement}
          </p>
        </li>
      ))}
    </ul>
  );
}
