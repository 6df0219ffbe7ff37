import { z } from 'zod';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';

const Selector = z.looseObject({
  type: z.string().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

/** An annotation as the API of Hypothesis gives it (h/presenters/annotation_json.py), and its client's export file. */
export const HypothesisAnnotation = z.looseObject({
  id: z.string().min(1),
  created: z.string(),
  updated: z.string().optional(),
  /** "acct:name@authority". */
  user: z.string().min(1),
  uri: z.string(),
  /** Markdown; of a hidden one empty, for those who do not moderate. */
  text: z.string().default(''),
  tags: z.array(z.string()).default([]),
  permissions: z.looseObject({ read: z.array(z.string()).default([]) }).optional(),
  target: z.array(z.looseObject({ selector: z.array(Selector).default([]) })).default([]),
  document: z.looseObject({ title: z.array(z.string()).default([]) }).optional(),
  hidden: z.boolean().default(false),
  /** PENDING, APPROVED, DENIED or SPAM, in groups that are moderated. */
  moderation_status: z.string().nullish(),
  user_info: z.looseObject({ display_name: z.string().nullish() }).nullish(),
  /** Its own page, and the page that it is about with it open. */
  links: z.looseObject({ html: z.string().optional(), incontext: z.string().optional() }).optional(),
  /** What it answers, root first. */
  references: z.array(z.string()).default([]),
});
export type HypothesisAnnotation = z.infer<typeof HypothesisAnnotation>;

/** Only whoever wrote it may read it. */
export const isPrivate = ({ permissions }: HypothesisAnnotation): boolean =>
  permissions?.read.some((one) => one.startsWith('acct:')) ?? false;

/** What moderators there keep from others, they alone have the words of; here it is for moderators again. */
export function heldOf({
  hidden,
  moderation_status: status,
}: HypothesisAnnotation): CorpusAnnotation['held'] {
  if (status === 'PENDING') return 'pending';
  return hidden || status === 'DENIED' || status === 'SPAM' ? 'hidden' : null;
}

export const quoteOf = ({ target }: HypothesisAnnotation) =>
  target[0]?.selector.find(({ type, exact }) => type === 'TextQuoteSelector' && exact !== undefined);
