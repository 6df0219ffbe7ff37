import 'server-only';
import { enqueue } from '@/lib/server/data/jobs';

/** Something that happened once, of which people are told once. */
export type News =
  /** Written or shown for the first time; `mentionsOnly`: changed, which only those mentioned in it hear of. */
  | { kind: 'annotation' | 'reply'; event: string; mentionsOnly?: true }
  /** An annotation round, for its annotators. */
  | { kind: 'annotation-round'; event: string; reason: 'asked' | 'reminded' | 'revealed' }
  /** A round that has closed. */
  | { kind: 'round'; event: string }
  /** An entry in a card's history. */
  | { kind: 'card'; event: string }
  /** A contribution that came to wait for the moderators of its group; once until they decide. */
  | { kind: 'review'; event: string; group: string }
  /** Somebody says that an imported person (`event`) is them: for moderators. With `to`: what they answered. */
  | { kind: 'claim'; event: string; group: string; to?: string; agreed?: boolean }
  /** A webhook that was turned off because nothing arrives there. */
  | { kind: 'webhook'; event: string }
  /** An export in the background that ended, for whoever asked. */
  | { kind: 'export'; event: string }
  /** Decisions about marks in a text, told together a while after the first. */
  | { kind: 'adjudication'; group: string; version: string }
  /** An entry in the moderators' log of a group, for those whom it is about. */
  | { kind: 'moderation'; event: string; group: string; to: string[] };

/**
 * Has people told of something: call it in the transaction of the change. Who they are is found out right after, so that
 * a writer does not wait for it; they may see it then, or are not told.
 */
export const notify = (...news: News[]): Promise<void> =>
  enqueue(
    ...news.map((one) => ({
      kind: 'tell' as const,
      payload: one,
      ...(one.kind === 'adjudication' && gathered(one)),
      ...(one.kind === 'export' && { key: exportNoticeKey(one.event) }),
    })),
  );

/** Of the job that tells of an export: whoever takes the file first need not be told. */
export const exportNoticeKey = (id: string) => `export:${id}`;

/** Who adjudicates goes from passage to passage: what they decide within so many milliseconds is told at once. */
const session = 600_000;

const gathered = ({ group, version }: { group: string; version: string }) => ({
  key: `adjudication:${group}:${version}`,
  at: new Date(Date.now() + session),
});
