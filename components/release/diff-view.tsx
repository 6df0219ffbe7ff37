import type { Route } from 'next';
import Link from 'next/link';
import type { Tag } from '@/lib/core/api/groups';
import type { ReleaseDiff } from '@/lib/core/api/releases';
import { diffCounts, isSameRelease } from '@/lib/core/release/diff-counts';
import { ChangedAnnotations } from './changed-annotations';
import { ReleaseSection } from './release-section';

/** What the words mean that do not say it themselves; the command line has the same ones. */
const meanings: Record<string, string> = {
  're-anchored': 'other words, or another version',
  reworded: 'another comment',
  discussed: 'another thread, or resolved',
  'consent withdrawn': 'their authors asked to be left out',
  'taken back': 'the group does not see them any more',
};

interface Props {
  /** Slug. */
  group: string;
  /** Ids of the essays on its list now. */
  essays: readonly string[];
  diff: ReleaseDiff;
  /** The vocabulary as it is now. */
  tags: readonly Tag[];
}

/** What became of a release until another. */
export function DiffView({ group, essays, diff, tags }: Props) {
  const { annotations, cards, texts, words, guideline } = diff;
  const counts = diffCounts(diff);
  if (isSameRelease(diff)) return <p role="status">Nothing differs between the two.</p>;
  return (
    <>
      {counts.length > 0 && (
        <ReleaseSection id="annotations" title="Annotations">
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {counts.map(([name, n]) => (
              <li key={name}>
                <span className="font-medium">{n.toLocaleString('en')}</span> {name}
                {meanings[name] && <span className="text-ink-3"> ({meanings[name]})</span>}
              </li>
            ))}
          </ul>
          <ChangedAnnotations group={group} essays={essays} annotations={annotations} tags={tags} />
        </ReleaseSection>
      )}
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
