import { z } from 'zod';
import { checked, nthNamed } from '@/lib/core/corpus-import/checked-rows';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { Author, ForumComment, type ForumItem, ForumPost, Reactor } from './forum-json';

type Parts = Record<string, unknown>;

const shapes: Record<ForumItem['kind'], Record<string, z.ZodType>> = {
  post: ForumPost.shape,
  comment: ForumComment.shape,
};

/** What each is worth bringing without. Nobody's words come under no name because of a fault: a comment needs its author. */
const spare: Record<ForumItem['kind'], readonly string[]> = {
  post: ['slug', 'pageUrl', 'user', 'contents', 'htmlBody'],
  comment: ['pageUrl'],
};

const Score = z.looseObject({ reacts: z.record(z.string(), z.unknown()).nullish() }).nullish();

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
  const soundPart = (of: Parts, key: string, shape: z.ZodType) =>
    isSound(nameOf(item), z.object({ [key]: shape }), { [key]: of[key] }) ? of[key] : null;
  const soundEach = (what: string, shape: z.ZodType, list: unknown): unknown[] =>
    isSound(what, z.array(z.unknown()), list ?? [])
      ? ((list ?? []) as unknown[]).filter((one, i) => isSound(nthNamed(what, { nth: i + 1 }), shape, one))
      : [];
  const value = { ...(item.value as Parts) };
  for (const key of spare[kind]) value[key] = soundPart(value, key, shapes[kind][key]!);
  if (kind === 'post') value.coauthors = soundEach('coauthor', Author, value.coauthors);
  const score = soundPart(value, 'extendedScore', Score) as z.infer<typeof Score>;
  const reacts = Object.entries(score?.reacts ?? {}).map(([react, all]) => [
    react,
    soundEach(`react ${react.slice(0, 60)}`, Reactor, all),
  ]);
  value.extendedScore = { reacts: Object.fromEntries(reacts) };
  return { ...item, value };
}
