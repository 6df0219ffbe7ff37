import { anchor } from '@/lib/core/anchoring/selectors';
import { slugOf } from '@/lib/core/api/slug';
import type { CorpusDocument } from '@/lib/core/corpus/corpus';
import {
  type CorpusPassage,
  type CountedText,
  corpusPassage,
  countedText,
} from '@/lib/core/corpus/corpus-range';
import { isoTime } from '@/lib/core/corpus-import/iso-time';
import { ImportError } from '@/lib/core/importing/import-error';
import { type ImportedEssay, importEssay } from '@/lib/core/importing/import-essay';
import { type ForumPost, htmlOf } from './forum-json';

export interface ForumText {
  document: CorpusDocument;
  /** Null where the file has not got it. */
  text: CountedText | null;
}

/** A post as an essay, its footnotes and all; or a sentence that says why it is none. */
export function textOf(post: ForumPost): ForumText | string {
  const { _id: id, title, slug, pageUrl, postedAt, user, coauthors, contents } = post;
  const created = isoTime(contents?.editedAt ?? undefined) ?? isoTime(postedAt);
  if (created === null) return '“postedAt” is not a time.';
  const essay = essayOf(post);
  if (typeof essay === 'string') return essay;
  const document: CorpusDocument = {
    kind: 'document',
    id,
    essay: id,
    slug: slug || slugOf(title, 'essay'),
    number: 1,
    title,
    created,
    authors: [user, ...(coauthors ?? [])].flatMap((one) =>
      one ? one.displayName.slice(0, 100).toWellFormed() : [],
    ),
    url: pageUrl ?? null,
    licence: null,
    language: essay?.language ?? 'en',
    annotations: 0,
    text: essay?.text ?? null,
    structure: essay?.document ?? null,
    sha256: '',
  };
  return { document, text: essay && countedText(essay.text) };
}

function essayOf(post: ForumPost): ImportedEssay | string | null {
  const [html, markdown] = [htmlOf(post), post.contents?.markdown?.trim()];
  if (!html && !markdown) return null;
  try {
    return importEssay(html ? { format: 'html', content: html } : { format: 'markdown', content: markdown! });
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
}

/** Where the words of a quotation stand in a text, with or without the signs that people put around them. */
export function passageOf(text: CountedText, quote: string): CorpusPassage | null {
  for (const exact of [quote, quote.replace(/^[\s"“„«….[\]]+|[\s"”“»….[\]]+$/g, '')]) {
    const place = anchor(text.text, [{ type: 'TextQuoteSelector', exact }], text.points);
    if ('range' in place) return corpusPassage(text, place.range);
  }
  return null;
}
