import 'server-only';
import type { AnnotatedText } from '@/lib/core/agreement/annotated-text';
import type { TextMark } from '@/lib/core/agreement/contested-sentences';
import { type TextSums, textSums } from '@/lib/core/agreement/text-sums';
import { type Tokens, tokenize, tokensWithin } from '@/lib/core/agreement/tokens';
import { annotationShownTo, everybody } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { versionText } from '@/lib/server/data/version-text';
import { RecentlyUsed } from '@/lib/server/recently-used';
import { type EssayState, whoLooked } from './essay-states';

/** What an essay's readers left in its newest text. */
export interface AnnotatedEssay {
  text: AnnotatedText;
  sums: TextSums;
  /** Ids of its annotators who marked something, with or without a tag; the others looked and found nothing. */
  authors: string[];
}

/** By the state's key; so many spans and readers in all. */
const kept = new RecentlyUsed<AnnotatedEssay>(500_000, ({ text }) =>
  text.annotators.reduce((size, { spans }) => size + 1 + spans.length, 1),
);

/** Being made, by the same key: a page asked for by many is computed once. */
const begun = new Map<string, Promise<AnnotatedEssay>>();

/** The essay with everything its measures rest on; the same as long as its state is. */
async function annotatedEssay(state: EssayState): Promise<AnnotatedEssay> {
  const known = kept.get(state.key);
  if (known) return known;
  const making = begun.get(state.key) ?? read(state).finally(() => begun.delete(state.key));
  begun.set(state.key, making);
  const essay = await making;
  kept.set(state.key, essay);
  return essay;
}

/** One after the other, letting other requests in between: each takes the processor for a moment. */
export async function annotatedEssays(states: readonly EssayState[]): Promise<AnnotatedEssay[]> {
  const essays: AnnotatedEssay[] = [];
  for (const state of states) {
    essays.push(await annotatedEssay(state));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return essays;
}

async function read(state: EssayState): Promise<AnnotatedEssay> {
  const [tokens, marks] = await Promise.all([tokensOf(state), marksIn(state)]);
  const byAuthor = new Map(marks.readers.map((id) => [id, [] as TextMark[]]));
  for (const mark of marks.marks) byAuthor.get(mark.author)?.push(mark);
  const text = {
    length: tokens.starts.length,
    annotators: [...byAuthor].map(([id, own]) => ({
      id,
      spans: own.map((mark) => ({ ...tokensWithin(tokens, mark), tags: mark.tags })),
    })),
  };
  return { text, sums: textSums(text, state.tags), authors: marks.authors };
}

/** By version; texts never change. So many tokens in all. */
const keptTokens = new RecentlyUsed<Tokens>(3_000_000, ({ starts }) => starts.length + 1);

/** A text as far as its tokens go. */
export type TokenizedText = Pick<EssayState, 'id' | 'version' | 'versionId' | 'language'>;

export async function tokensOf({ id, version, versionId, language }: TokenizedText): Promise<Tokens> {
  const key = `${versionId} ${language}`;
  const known = keptTokens.get(key);
  if (known) return known;
  const found = await versionText(id, version);
  const tokens = tokenize(found?.text ?? '', language);
  keptTokens.set(key, tokens);
  return tokens;
}

interface Row {
  id: string;
  author: string;
  /** UTF-16; null where it has no place in this text. */
  start: number | null;
  end: number | null;
  tags: string[];
  round: string | null;
}

/** What everybody sees: nothing private, held or deleted. */
const sql = `
  SELECT a.id, a.author_id AS author, a.round_id AS round, x.start, x."end", ARRAY(
    SELECT t.slug FROM annotation_tag y JOIN tag t ON t.id = y.tag_id
    WHERE y.annotation_id = a.id AND t.retired_at IS NULL ORDER BY t.position, t.slug) AS tags
  FROM annotation a LEFT JOIN anchor x ON x.annotation_id = a.id AND x.essay_version_id = $3::uuid
  WHERE a.group_id = $1::uuid AND a.essay_id = $2::uuid AND ${annotationShownTo(everybody)} ORDER BY a.id`;

export interface EssayMark extends TextMark {
  /** Id of the round in which it was made blind. */
  round: string | null;
}

/** Tagged marks in an essay's newest text, who annotated any of its texts, and who did so or looked through one. */
export async function marksIn(
  state: EssayState,
): Promise<{ marks: EssayMark[]; authors: string[]; readers: string[] }> {
  // One after the other: whoever decides on them asks in a transaction.
  const rows = await query<Row>('agreement-marks', sql, [state.group, state.id, state.versionId]);
  const looked = await whoLooked(state);
  const marks = rows.flatMap(({ start, end, ...rest }) =>
    start !== null && end !== null && rest.tags.length > 0 ? [{ ...rest, start, end }] : [],
  );
  const authors = [...new Set(rows.map(({ author }) => author))];
  return { marks, authors, readers: [...new Set([...authors, ...looked])].sort() };
}
