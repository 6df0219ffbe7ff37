import type { AnnotationRoundDetail } from '@/lib/core/api/annotation-rounds';

/** Who was asked; for those who may know, who is done; and after the reveal, how many of their marks count now. */
export function RoundAnnotators({ round: { annotators } }: { round: AnnotationRoundDetail }) {
  return (
    <ul className="grid gap-1 text-sm tabular-nums">
      {annotators.map(({ person, done, marks }) => {
        const facts = [
          ...(done === null ? [] : [done ? 'done' : 'not done']),
          ...(marks === null ? [] : [`${marks} ${marks === 1 ? 'mark' : 'marks'} now`]),
        ];
        return (
          <li key={person.id}>
            <bdi className="font-medium">{person.name}</bdi>
            {facts.length > 0 && <span className="text-ink-2">{`\u00a0· ${facts.join(', ')}`}</span>}
          </li>
        );
      })}
    </ul>
  );
}
