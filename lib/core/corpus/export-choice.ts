import { z } from 'zod';

/** A list in one parameter of a URL, `a,b`. */
const list = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .max(4_000)
    .transform((joined) => joined.split(',').filter(Boolean))
    .pipe(z.array(item).max(100));

/** A day begins at midnight UTC; a moment is itself. */
const moment = z
  .union(
    [z.iso.datetime({ offset: true }), z.iso.date()],
    'Give a day such as 2026-11-01, or a moment such as 2026-11-01T12:00:00Z.',
  )
  .transform((time) => new Date(time).toISOString())
  .refine((time) => /^(?!0000)\d{4}-/.test(time), 'Years are 0001 to 9999.');

const parts = ['texts', 'annotations', 'replies', 'cards', 'positions', 'coverage', 'moderation'] as const;
export type ExportPart = (typeof parts)[number];

/**
 * What of a group is exported, as it stands in a URL. `mine`: only one's own marks and positions. `moderation`: also
 * what is held, and why; for moderators. `named`: by name who agreed to that, else everybody under a pseudonym, which is
 * the same for the same `salt`.
 */
export const ExportChoice = z.strictObject({
  scope: z.enum(['group', 'mine']).default('group'),
  /** Id or slug of one essay. */
  essay: z.string().max(200).optional(),
  /** Words in comments or in what was marked. */
  q: z.string().trim().min(1).max(200).optional(),
  /** Slugs: annotations that bear any of them. */
  tags: list(z.string().max(60)).optional(),
  /** Ids of authors. */
  people: list(z.uuid('Name people by their ids.')).optional(),
  /** Made at that time or later. */
  from: moment.optional(),
  /** Made before that. */
  to: moment.optional(),
  visibility: z.enum(['group', 'private', 'all']).default('group'),
  status: z.enum(['open', 'resolved', 'all']).default('all'),
  /** Made by then, and not deleted until today. */
  asOf: moment.optional(),
  /** Number of a release: of what was frozen then, instead of the group as it is. */
  release: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'A release is named by its number.')
    .optional(),
  parts: list(z.enum(parts)).default(['texts', 'annotations', 'replies', 'cards', 'positions', 'coverage']),
  named: z.stringbool('Choose true or false.').default(false),
  salt: z.string().max(100).optional(),
});
export type ExportChoice = z.infer<typeof ExportChoice>;

/** As it stands in a URL, where `ExportChoice` reads it back: what is as usual is not named. */
export function choiceInUrl(choice: ExportChoice): Record<string, string> {
  const usual = Object.entries(ExportChoice.parse({})).map(([name, value]) => `${name}=${value}`);
  const given = Object.entries(choice).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given
      .filter(([name, value]) => !usual.includes(`${name}=${value}`))
      .map(([name, value]) => [name, `${value}`]),
  );
}
