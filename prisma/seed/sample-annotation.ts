import type { ReactionKind } from '@/lib/core/annotation/annotation';
import type { PersonKey } from '@/prisma/seed/people';

/** An answer in a thread of the sample. */
export type SampleReply = {
  /** UUIDv7, fixed for good: a second load must recognise the first. */
  readonly id: string;
  readonly by: PersonKey;
  /** Hours between the writing and the moment the sample is loaded, so that the group looks recently used. */
  readonly hoursAgo: number;
  /** Markdown. */
  readonly comment: string;
  readonly replies?: readonly SampleReply[];
};

/**
 * A mark in the sample, with its thread. Everyone in the group sees it.
 * The quote is found exactly once in the essay's canonical text; over several blocks it has their "\n\n".
 */
export type SampleAnnotation = Omit<SampleReply, 'comment'> & {
  readonly quote: { readonly exact: string; readonly prefix?: string; readonly suffix?: string };
  readonly tags: readonly ('claim' | 'crux' | 'failure-mode')[];
  /** Markdown; null: a highlight without words. */
  readonly comment: string | null;
  readonly reactions?: Readonly<Partial<Record<ReactionKind, readonly PersonKey[]>>>;
  readonly resolvedBy?: PersonKey;
};
