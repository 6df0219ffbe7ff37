import type { Annotation } from './annotation';

/**
 * Whether somebody takes part in a thread: by the annotation, or by a reply that stands. Who does is told of replies
 * unless they stopped that; as lib/server/data/inbox/tell.ts has it.
 */
export const takesPart = ({ creator, replies }: Annotation, person: string | null): boolean =>
  creator.id === person || replies.some((reply) => reply.comment && reply.creator.id === person);
