import { ApiError, api } from '@/components/api-client';
import type { Annotation, Comment } from '@/lib/core/annotation/annotation';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { type Desk, type Words, type Writing, wordsKey } from './desk';
import { forgetDraft, isThere, offerDraft, withoutWriting } from './drafts';
import { focusNote } from './focus-note';
import { replyTo } from './reply-to';
import { sameJson } from './same-json';
import { change, Gone, reasonOf, sendNew } from './send';
import { wordsOf } from './words-of';

/** Somebody, perhaps the same person in another window, wrote other words meanwhile. */
class Overtaken extends Error {
  readonly theirs: CommentDocument | null;
  constructor(theirs: CommentDocument | null) {
    super('The words were changed meanwhile.');
    this.theirs = theirs;
  }
}

/** Sends what was written. The draft is forgotten only after the server's yes; a refusal opens it again with the reason. */
export async function send(desk: Desk, writing: Writing, document: CommentDocument): Promise<void> {
  desk.patch({ writing: null, problem: null, drafts: withoutWriting(desk, writing) });
  try {
    if (writing.kind === 'reply')
      await replyTo(desk, { to: writing.annotation, parent: writing.parent }, document);
    else await sendWords(desk, writing, document);
    await forgetDraft(desk, writing);
  } catch (error) {
    if (error instanceof Overtaken && writing.kind === 'words')
      desk.patch({ dialog: { kind: 'conflict', writing, mine: document, theirs: error.theirs } });
    else if (!isThere(desk, writing)) {
      offerDraft(desk, writing);
      // Why a mark was refused has been said already.
      if (!(error instanceof Gone)) desk.say(`Not saved: ${reasonOf(error)} Your text is kept as a draft.`);
    } else if (desk.get().writing === null) {
      desk.store.focus(writing.annotation);
      desk.patch({ writing, problem: `${reasonOf(error)} Your text is kept.` });
    } else {
      offerDraft(desk, writing);
      desk.say(`Not saved: ${reasonOf(error)} Your text is kept as a draft.`);
    }
  }
}

async function sendWords(desk: Desk, words: Words, document: CommentDocument): Promise<void> {
  const waiting = wordsKey(words.reply ?? words.annotation);
  focusNote(words.annotation);
  // From now on, not only from when earlier changes are through.
  desk.setUnsaved(waiting, null);
  const comment: Comment = { markdown: '', document };
  await change(desk, words.annotation, {
    guess: (annotation) => annotation && withWords(annotation, words.reply, comment),
    send: async (current) => {
      let known = current;
      for (;;) {
        const theirs = wordsOf(known, words.reply);
        if (!sameJson(theirs, words.base)) throw new Overtaken(theirs);
        try {
          return await sendNew(desk, waiting, () => patchWords(known, words.reply, document));
        } catch (error) {
          // Something else of it changed, such as its tags: look again whether the words did too.
          if (!(error instanceof ApiError) || error.status !== 412) throw error;
          const fresh: Annotation = await api('GET /annotations/{id}', { params: { id: words.annotation } });
          if (sameJson(fresh, known)) throw error;
          known = fresh;
        }
      }
    },
  }).finally(() => desk.setUnsaved(waiting, undefined));
}

async function patchWords(known: Annotation, reply: string | null, document: CommentDocument) {
  const comment = { document: { ...document } };
  if (reply === null)
    return api('PATCH /annotations/{id}', {
      params: { id: known.id },
      body: { comment },
      version: known.version,
    });
  const version = known.replies.find((one) => one.id === reply)?.version ?? 0;
  const saved = await api('PATCH /replies/{id}', { params: { id: reply }, body: { comment }, version });
  return { ...known, replies: known.replies.map((one) => (one.id === reply ? saved : one)) };
}

const withWords = (annotation: Annotation, reply: string | null, comment: Comment): Annotation =>
  reply === null
    ? { ...annotation, comment }
    : {
        ...annotation,
        replies: annotation.replies.map((one) => (one.id === reply ? { ...one, comment } : one)),
      };
