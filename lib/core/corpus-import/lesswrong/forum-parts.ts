import { z } from 'zod';
import { checked, nthNamed } from '@/lib/core/corpus-import/checked-rows';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { Author, ForumComment, type ForumItem, ForumPost, Reactor } from './forum-json';

type Parts = Record<string, unknown>;

/** So that what is wrong is told by its name. Made once: each of these is compiled when it reads for the first time. */
const parts = (shape: Record<string, z.ZodType>, names: readonly string[]) =>
  names.map((name) => ({ name, part: z.object({ [name]: shape[name]! }) }));

/** What each is worth bringing without. Nobody's words come under no name because of a fault: a comment needs its author. */
const spare: Record<ForumItem['kind'], ReturnType<typeof parts>> = {
  post: parts(ForumPost.shape, ['slug', 'pageUrl', 'user', 'contents', 'htmlBody']),
  comment: parts(ForumComment.shape, ['pageUrl']),
};

const Score = z.looseObject({ reacts: z.record(z.string(), z.unknown()).nullish() }).nullish();
const [score] = parts({ extendedScore: Score }, ['extendedScore']);
const list = z.array(z.unknown());

/** "comment ID", as far as it has one. */
export function nameOf({ kind, value }: Pick<ForumItem, 'kind' | 'value'>): string {
  const { _id: id } = value as Parts;
  return nthNamed(kind, { id: typeof id === 'string' ? id : undefined });
}

/** A thing of the file without those of its reacts, coauthors and spare parts that are malformed: each of them is told of. */
export function soundItem(item: ForumItem, bad: BadRow[]): ForumItem {
  const { kind, row } = item;
  const isSound = (what: string, shape: z.ZodType, value: unknown): boolean => {
    const result = checked(shape, value);
    if ('reason' in result) bad.push({ row, what, reason: result.reason });
    return 'value' in result;
  };
  const soundPart = (of: Parts, { name, part }: (typeof spare)['post'][number]) =>
    isSound(nameOf(item), part, { [name]: of[name] }) ? of[name] : null;
  const soundEach = (what: string, shape: z.ZodType, all: unknown): unknown[] =>
    isSound(what, list, all ?? [])
      ? ((all ?? []) as unknown[]).filter((one, i) => isSound(nthNamed(what, { nth: i + 1 }), shape, one))
      : [];
  const value = { ...(item.value as Parts) };
  for (const one of spare[kind]) value[one.name] = soundPart(value, one);
  if (kind === 'post') value.coauthors = soundEach('coauthor', Author, value.coauthors);
  const scored = soundPart(value, score!) as z.infer<typeof Score>;
  const reacts = Object.entries(scored?.reacts ?? {}).map(([react, all]) => [
    react,
    soundEach(`react ${react.slice(0, 60)}`, Reactor, all),
  ]);
  value.extendedScore = { reacts: Object.fromEntries(reacts) };
  return { ...item, value };
}
