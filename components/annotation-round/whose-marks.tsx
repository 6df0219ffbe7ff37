import type { ReactNode } from 'react';
import { ChoiceLinks } from '@/components/agreement/choice-links';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';

interface Props {
  /** Of the essay. */
  rounds: readonly AnnotationRound[];
  /** Id of the one whose readers count alone; null: everyone counts. */
  round: string | null;
  hrefOf: (round: string | null) => string;
  /** What it means here that only they count. */
  children: ReactNode;
}

/** Whose marks count: everyone's, or those that the readers of a revealed round made blind. */
export function WhoseMarks({ rounds, round, hrefOf, children }: Props) {
  const revealed = rounds.filter(({ state }) => state === 'revealed');
  if (revealed.length === 0) return null;
  const choice = (id: string | null, name: string) => ({
    key: id ?? '',
    name,
    href: hrefOf(id),
    isCurrent: id === round,
  });
  return (
    <div className="grid gap-2">
      <p aria-hidden="true" className="font-medium text-sm">
        Whose marks
      </p>
      <ChoiceLinks
        label="Whose marks"
        choices={[
          choice(null, 'Everyone’s'),
          ...revealed.map(({ id, title }) => choice(id, `Readers of “${title}”`)),
        ]}
      />
      <p role="status" className="max-w-prose text-ink-2 text-sm">
        {round === null ? <span className="sr-only">Everyone’s marks count.</span> : children}
      </p>
    </div>
  );
}

/** The round that an address names; null: none. Where its marks cannot be shown, why not. */
export function roundAskedFor(
  rounds: readonly AnnotationRound[],
  asked: string | undefined,
): { round: AnnotationRound | null; whyNot: string | null } {
  if (!asked) return { round: null, whyNot: null };
  const found = rounds.find(({ id }) => id === asked.toLowerCase());
  if (!found) return { round: null, whyNot: 'This essay has no such blind reading.' };
  if (found.state === 'revealed') return { round: found, whyNot: null };
  const why =
    found.state === 'cancelled'
      ? 'was cancelled: it has no marks that count.'
      : 'is not revealed yet: what its readers mark counts from the reveal on.';
  return { round: null, whyNot: `The blind reading “${found.title}” ${why}` };
}
