import type { QueueItem } from '@/lib/core/api/moderation';
import { blockSeparator } from '@/lib/core/essay/plain-text';

/** What is quoted around a passage, as far as its blocks go; where they go on, cut between words, with a sign of it. */
export function passageContext({ prefix, suffix }: Omit<NonNullable<QueueItem['passage']>, 'exact'>) {
  const [before = '', ...above] = prefix.split(blockSeparator).reverse();
  const [after = '', ...below] = suffix.split(blockSeparator);
  const isCut = below.length === 0 && !/[.!?]\S*$/.test(after);
  return {
    before: before === '' || above.length > 0 ? before : `…${before.replace(/^\S*\s/, '')}`,
    after: after === '' || !isCut ? after : `${after.replace(/\s\S*$/, '')}…`,
  };
}
