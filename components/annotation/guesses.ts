import type { Annotation } from '@/lib/core/annotation/annotation';

/** What a gesture makes of an annotation before the server has answered; null: it is not there. Must be idempotent. */
export type Guess = (annotation: Annotation | null) => Annotation | null;

/**
 * Lays what the viewer did on top of what the server said last. An answer, a live event or a refusal can arrive in
 * any order: each only changes one of the two, and what is shown is always all open guesses on the newest truth.
 */
export function guesses(show: (id: string, annotation: Annotation | null) => void) {
  const open = new Map<string, { truth: Annotation | null; stack: readonly Guess[] }>();
  const update = (id: string, truth: Annotation | null, stack: readonly Guess[]) => {
    if (stack.length > 0) open.set(id, { truth, stack });
    else open.delete(id);
    show(
      id,
      stack.reduce((annotation, guess) => guess(annotation), truth),
    );
  };
  return {
    /** Shows the guess at once. `known` is what is on show before the first guess. */
    add(id: string, guess: Guess, known: Annotation | null) {
      const { truth, stack } = open.get(id) ?? { truth: known, stack: [] };
      update(id, truth, [...stack, guess]);
    },
    /** The guess has come true or was refused; `truth` is what the server said, if it said anything. */
    drop(id: string, guess: Guess, truth?: Annotation | null) {
      const entry = open.get(id);
      if (entry)
        update(
          id,
          truth === undefined ? entry.truth : truth,
          entry.stack.filter((one) => one !== guess),
        );
    },
    /** What the server says about an annotation now. */
    learn: (id: string, truth: Annotation | null) => update(id, truth, open.get(id)?.stack ?? []),
    /** What the server said last about an annotation with open guesses. */
    truth: (id: string) => open.get(id)?.truth ?? null,
    /** Annotations with open guesses, for laying them on a fresh list. */
    ids: () => [...open.keys()],
  };
}
