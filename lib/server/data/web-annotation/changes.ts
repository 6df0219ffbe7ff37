import 'server-only';
import type { TextPositionSelector } from '@/lib/core/anchoring/selectors';
import { AnnotationDraft, type Selector, type Target } from '@/lib/core/annotation/annotation';
import { conflict, invalid, Problem } from '@/lib/core/api/problem';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import type { ForeignAnnotation, ForeignTarget } from '@/lib/core/web-annotation/foreign-annotation';
import { type ForeignOrigin, foreignOrigin } from '@/lib/core/web-annotation/foreign-origin';
import { sourceOf } from '@/lib/core/web-annotation/target-source';
import { config } from '@/lib/server/config';
import { moveTo } from '@/lib/server/data/annotation-target';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { query, transaction } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import { createReply, deleteReply, editReply } from '@/lib/server/data/replies';
import type { Viewer } from '@/lib/server/data/viewer';
import { itemIn } from './item';
import type { Item } from './items';
import { tagsNamed } from './tags-named';

/** Makes an annotation of the group, or a reply to one: whichever its target is. */
export async function createItem(viewer: Viewer, group: string, sent: ForeignAnnotation): Promise<Item> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  if (sent.links.length > 0)
    throw invalid('body', 'Passages are linked to cards by the JSON API, not by a new annotation.');
  const origin = foreignOrigin(sent);
  return transaction(async () => {
    const id = (await replyTo(viewer, scope, sent)) ?? (await annotate(viewer, scope, sent));
    await keepOrigin(id, origin);
    return itemIn(viewer, scope, id);
  });
}

async function replyTo(viewer: Viewer, scope: GroupScope, sent: ForeignAnnotation): Promise<string | null> {
  const answered = await answeredBy(viewer, scope, sent.target);
  if (!answered) return null;
  const parent = answered.reply ? answered.id : null;
  return (await createReply(viewer, answered.thread, { parent, comment: wordsOf(sent) })).id;
}

/** Of a reply, which is words and nothing else. */
function wordsOf({ comment, tags, links }: ForeignAnnotation) {
  if (tags.length > 0 || links.length > 0) throw invalid('body', 'Replies have neither tags nor cards.');
  if (!comment) throw invalid('body', 'A reply says something: give it a TextualBody.');
  return comment;
}

/** What of the same container the target is, as a whole; null when it is nothing of it. */
async function answeredBy(
  viewer: Viewer,
  scope: GroupScope,
  { source, selectors }: ForeignTarget,
): Promise<Item | null> {
  const { container } = iris(scope);
  if (!source.startsWith(container)) return null;
  if (selectors.length > 0) throw invalid('target', 'Replies answer a whole annotation, not a part of it.');
  return itemIn(viewer, scope, source.slice(container.length));
}

const iris = (group: GroupScope) => corpusIris({ site: config().APP_URL, group });

async function annotate(viewer: Viewer, scope: GroupScope, sent: ForeignAnnotation): Promise<string> {
  const { essay, target } = await passageOf(viewer, scope, sent.target);
  const tags = await tagsNamed(scope, sent.tags);
  const draft = AnnotationDraft.parse({ target, tags, comment: sent.comment, visibility: 'group' });
  return (await createAnnotation(viewer, { group: scope.id, essay }, draft)).id;
}

/** The passage of one of the group's texts that a target names; a 422 says what targets there are. */
async function passageOf(
  viewer: Viewer,
  scope: GroupScope,
  { source, selectors }: ForeignTarget,
): Promise<{ essay: string; target: Target }> {
  const named = sourceOf(source, { site: config().APP_URL, group: scope.slug });
  if (!named)
    throw invalid(
      'target',
      'Annotations here stand on a text of this group, or answer an annotation of it. The source of a target is the address of a version of an essay, or of its page.',
    );
  const { id: essay } = await essayFor(
    viewer,
    { group: scope.id, essay: named.essay },
    'annotation.read',
  ).catch(elsewhere);
  const selector = [...selectors, ...(named.position && !selectors.some(isPosition) ? [named.position] : [])];
  if (selector.length === 0)
    throw invalid('selector', 'Give the passage by a TextQuoteSelector or a TextPositionSelector.');
  return { essay, target: { version: named.version ?? (await newest(essay)), selector } };
}

const isPosition = (one: Selector): one is TextPositionSelector => one.type === 'TextPositionSelector';

function elsewhere(error: unknown): never {
  if (error instanceof Problem && error.status === 404)
    throw invalid('target', 'The source of the target is not a text of this group.');
  throw error;
}

async function newest(essay: string): Promise<number> {
  const [row] = await query<{ number: number }>(
    'wa-newest-version',
    'SELECT max(number) AS number FROM essay_version WHERE essay_id = $1::uuid',
    [essay],
  );
  return row?.number ?? 1;
}

async function keepOrigin(id: string, { canonical, via }: ForeignOrigin): Promise<void> {
  if (canonical === null && via.length === 0) return;
  for (const table of ['annotation', 'reply'])
    await query(
      `keep-origin-${table}`,
      `UPDATE ${table} SET canonical = $2, via = $3::text[] WHERE id = $1::uuid`,
      [id, canonical, via],
    );
}

export interface Replacement {
  group: string;
  id: string;
  /** Throws a 412 unless this is the state that the caller knows. */
  demand: (item: Item) => void;
}

/**
 * Puts another state in the place of one's own annotation or reply. It stays in its version of a text, or under what it
 * answers. `mayMove`: the caller says which state they know; throws a 428 where they do not, and name other words.
 */
export async function replaceItem(
  viewer: Viewer,
  { mayMove, ...place }: Replacement & { mayMove: boolean },
  sent: ForeignAnnotation,
) {
  return transaction(async () => {
    const { scope, item } = await demandedItem(viewer, place);
    demandNames(scope, item, sent);
    const { reply, annotation } = item;
    if (reply) {
      await demandAnswered(viewer, scope, { before: item, sent });
      await editReply(viewer, reply.id, { comment: wordsOf(sent), ifMatch: null });
    } else {
      const { target, tags, comment } = AnnotationDraft.parse({
        target: await passageIn(viewer, scope, { before: item, sent }),
        tags: await tagsNamed(scope, sent.tags),
        comment: sent.comment,
      });
      if (!mayMove) await demandUnmoved(annotation, target);
      await editAnnotation(viewer, annotation.id, { change: { target, tags, comment }, ifMatch: null });
    }
    return itemIn(viewer, scope, item.id);
  });
}

/** What the caller means to change, in the state that they know; nobody else changes it until the transaction ends. */
async function demandedItem(viewer: Viewer, { group, id, demand }: Replacement) {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const { thread } = await itemIn(viewer, scope, id);
  await query('wa-hold-thread', 'SELECT 1 FROM annotation WHERE id = $1::uuid FOR UPDATE', [thread]);
  const item = await itemIn(viewer, scope, id);
  demand(item);
  return { scope, item };
}

/** https://www.w3.org/TR/annotation-protocol/#update-an-existing-annotation: its names stay what they are. */
function demandNames(scope: GroupScope, { id, origin }: Item, sent: ForeignAnnotation): void {
  const names = { id: iris(scope).annotation(id), canonical: origin.canonical ?? `urn:uuid:${id}` };
  for (const name of ['id', 'canonical'] as const)
    if (sent[name] !== null && sent[name] !== names[name])
      throw conflict(name, `The ${name} of an annotation never changes: this one's is ${names[name]}.`);
  if (sent.via.length > 0 && sent.via.join('\n') !== origin.via.join('\n'))
    throw conflict('via', 'Where an annotation was taken from never changes.');
}

interface Replaced {
  before: Item;
  sent: ForeignAnnotation;
}

const elsewhereNow = () =>
  conflict(
    'target',
    'An annotation stays in its version of a text, and a reply under what it answers. Delete this one, and make another.',
  );

async function demandAnswered(viewer: Viewer, scope: GroupScope, { before, sent }: Replaced): Promise<void> {
  const answered = await answeredBy(viewer, scope, sent.target).catch(() => null);
  // What it answered may be gone since; its address still names it.
  const named = answered?.id ?? sent.target.source.slice(iris(scope).container.length);
  if (named !== (before.reply?.parent ?? before.thread)) throw elsewhereNow();
}

/** An old copy, put back, would move it to where it was. */
async function demandUnmoved({ id, essay }: Item['annotation'], target: Target): Promise<void> {
  if (await moveTo({ annotation: id, essay }, target))
    throw new Problem(
      428,
      'if-match',
      'This has other words as its target. Send If-Match with the ETag that you know, and it moves there.',
    );
}

/** Of the version that the annotation stands in; the links that were sent are those there are. */
async function passageIn(viewer: Viewer, scope: GroupScope, { before, sent }: Replaced): Promise<Target> {
  const { essay, target } = await passageOf(viewer, scope, sent.target);
  const { annotation } = before;
  if (essay !== annotation.essay || target.version !== annotation.target.version) throw elsewhereNow();
  const cards = new Set(before.cards.map((card) => iris(scope).card(card)));
  const isOther = sent.links.length !== cards.size || sent.links.some((link) => !cards.has(link));
  if (sent.links.length > 0 && isOther)
    throw invalid(
      'body',
      'Passages are linked to cards by the JSON API, and these are not the links there are.',
    );
  return target;
}

/** Deletes an annotation or reply; whoever deleted it may undo that in the app. */
export async function deleteItem(viewer: Viewer, place: Replacement): Promise<void> {
  await transaction(async () => {
    const { item } = await demandedItem(viewer, place);
    await (item.reply ? deleteReply(viewer, item.id) : deleteAnnotation(viewer, item.id));
  });
}
