import type { CorpusAnnotation, CorpusPerson, CorpusReply, CorpusTag } from '@/lib/core/corpus/corpus';
import type { CorpusPassage } from '@/lib/core/corpus/corpus-range';
import type { CorpusSource, SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import { decoded } from '@/lib/core/corpus-import/lines-of';
import { openingMethod, openingPassage } from '@/lib/core/corpus-import/opening-passage';
import { forumFile, type PostWithComments } from './forum-file';
import { cruxesOn, type ForumCrux, reactionsOn } from './forum-reacts';
import { passageOf } from './forum-text';
import type { ForumThread, Said } from './forum-threads';
import { quotation } from './forum-words';

/**
 * Answers of the GraphQL API of LessWrong, the EA Forum and others that run ForumMagnum: posts and the comments on them.
 * A comment stands on the words that it begins by quoting, else on the first words of the post: it is about all of it.
 */
export const lesswrongSource: CorpusSource = {
  title: 'LessWrong and EA Forum JSON',
  extensions: ['.json'],
  rows: 'item',
  brings:
    'Posts with footnotes, comments on the passages they quote, answers, authors and dates, and crux reacts.',
  hasTexts: true,
  expects: 'Answers of the GraphQL API have posts or comments, each with an “_id”.',
  sign: /"_id"\s*:/,
  read: (content) => lesswrongPieces(decoded(content)),
};

const crux: CorpusTag = {
  slug: 'crux',
  name: 'Crux',
  definition: '',
  slot: 2,
  line: 'solid',
  glyph: '●',
  retired: false,
};

function* lesswrongPieces(content: string): Generator<SourcePiece> {
  yield { head: { source: 'forum-magnum', group: null, tags: [crux], renditions: true } };
  const file = forumFile(content);
  if ('alien' in file) return yield file;
  for (const bad of file.bad) yield { bad };
  for (const post of file.posts) {
    const marks = [...marksOn(post)];
    const annotations = marks.filter((mark) => 'record' in mark).length;
    yield { record: { ...post.document, annotations }, row: post.row };
    yield* marks;
  }
}

/** Threads of a post, and what is marked as a crux in it and in its comments. */
function* marksOn(post: PostWithComments): Generator<SourcePiece> {
  const site = siteOf(post);
  for (const one of cruxesOn(post.it)) yield cruxMark(one, { post, on: post, place: null, site });
  for (const thread of post.threads) {
    const { root, replies } = thread;
    const place = placeOf(post, root.words.quote);
    yield { record: threadMark(thread, place, site), row: root.row };
    for (const said of [root, ...replies.map(({ said }) => said)])
      for (const one of said.words ? cruxesOn(said.it) : [])
        yield cruxMark(one, { post, on: said, place, site });
  }
}

type PersonOf = (name: string | null | undefined) => CorpusPerson;

interface Site {
  personOf: PersonOf;
  /** Where a post or comment is read there, as far as the file tells. */
  pageOf: (item: { _id: string; pageUrl?: string | null | undefined }) => Pick<CorpusAnnotation, 'via'>;
}

/** Names are unique on each of these sites, and the one thing that a react tells of a person. */
function siteOf({ document: { id, url } }: PostWithComments): Site {
  const site = url !== null && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
  return {
    personOf: (name) => ({
      id: `${site}/${name ?? ''}`,
      name: name ?? 'Deleted account',
      pseudonymous: false,
    }),
    pageOf: ({ _id, pageUrl }) => {
      const page = pageUrl ?? (url === null || _id === id ? url : `${url}?commentId=${_id}`);
      return page ? { via: [page] } : {};
    },
  };
}

interface Place {
  passage: CorpusPassage;
  anchor: CorpusAnnotation['anchor'];
  /** Stands on the words that it begins with, so that they need not be said twice. */
  isQuoted: boolean;
}

const anchored = { state: 'anchored', method: 'quote', confidence: 1 };
const noPlace = { start: 0, end: 0, startPoint: 0, endPoint: 0, quote: '', prefix: '', suffix: '' };

/** Where the file has not got the text, the quotation is looked for in the group's. */
function placeOf({ text }: PostWithComments, quote: string | null): Place {
  const found = text && quote !== null ? passageOf(text, quote) : null;
  if (found) return { passage: found, anchor: anchored, isQuoted: true };
  const passage = text ? openingPassage(text) : { ...noPlace, quote: quote ?? '' };
  return { passage, anchor: { ...anchored, method: openingMethod }, isQuoted: false };
}

function threadMark(
  { root, replies }: ForumThread,
  place: Place,
  { personOf, pageOf }: Site,
): CorpusAnnotation {
  const { it, created, words } = root;
  return {
    ...pageOf(it),
    kind: 'annotation',
    id: it._id,
    ...place.passage,
    person: personOf(it.user?.displayName),
    created,
    tags: [],
    comment: place.isQuoted ? words.rest : words.comment,
    modified: modifiedOf(root),
    visibility: 'group',
    held: null,
    resolved: null,
    anchor: place.anchor,
    cards: [],
    reactions: reactionsOf(root, personOf),
    replies: replies.map((one) => replyOf(one, personOf)),
  };
}

function replyOf({ said, parent }: ForumThread['replies'][number], personOf: PersonOf): CorpusReply {
  const { it, created, words } = said;
  const person = personOf(it.user?.displayName);
  return {
    id: it._id,
    parent,
    created,
    held: null,
    words: words && { person, comment: words.comment, modified: modifiedOf(said) },
    reactions: words ? reactionsOf(said, personOf) : [],
  };
}

const reactionsOf = ({ it }: Said, personOf: PersonOf) =>
  reactionsOn(it).map(({ kind, name }) => ({ kind, person: personOf(name) }));

/** The first revision is saved with the comment, some moments apart. */
function modifiedOf({ edited, created }: Said): string | null {
  return edited !== null && Date.parse(edited) - Date.parse(created) > 60_000 ? edited : null;
}

interface Marked {
  post: PostWithComments;
  /** What the quoted words are of. */
  on: Pick<Said, 'row' | 'created'> & { it: { _id: string; pageUrl?: string | null | undefined } };
  /** Where the thread of a comment stands; null for the post. */
  place: Place | null;
  site: Site;
}

/** On the quoted words where the post has them, else where the comment stands, which then is quoted. Undated. */
function cruxMark({ quote, name, reactions }: ForumCrux, { post, on, place, site }: Marked): SourcePiece {
  const { personOf, pageOf } = site;
  const found = post.text && passageOf(post.text, quote);
  const record: CorpusAnnotation = {
    ...pageOf(on.it),
    kind: 'annotation',
    // A cut may leave half a character, which could not be stored.
    id: `${on.it._id} crux ${name.slice(0, 100)} ${quote.slice(0, 200)}`.toWellFormed(),
    ...(found ?? place?.passage ?? { ...noPlace, quote }),
    person: personOf(name),
    tags: [crux.slug],
    comment: found || !place ? null : quotation(quote),
    created: on.created,
    modified: null,
    visibility: 'group',
    held: null,
    resolved: null,
    anchor: found || !place ? anchored : place.anchor,
    cards: [],
    replies: [],
    reactions: reactions.map((one) => ({ kind: one.kind, person: personOf(one.name) })),
  };
  return { record, row: on.row };
}
