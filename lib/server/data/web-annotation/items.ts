import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { Annotation, Reply } from '@/lib/core/annotation/annotation';
import { software } from '@/lib/core/corpus/software';
import { type ItemsHead, jsonldItems, type Origin } from '@/lib/core/export/jsonld/jsonld-items';
import { config } from '@/lib/server/config';
import { threadsOf } from '@/lib/server/data/annotation-json';
import { annotationShownTo, cardShownTo, type Eyes } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';

/** An annotation, or a reply in the thread of one. */
export interface ItemPlace {
  id: string;
  /** The annotation itself, or the one it is a reply to. */
  thread: string;
}

/** One of them as a W3C annotation, with what it was made of. */
export interface Item extends ItemPlace {
  json: string;
  annotation: Annotation;
  /** Null: the annotation itself. */
  reply: Reply | null;
  origin: Required<Origin>;
  /** Ids of cards that are met in the annotation. */
  cards: string[];
}

interface Row {
  thread: Annotation;
  text: {
    essay: string;
    slug: string;
    number: number;
    language: string;
    licence: string | null;
    created: string;
  };
  cards: { id: string }[];
  origins: Record<string, Required<Origin>>;
}

const eyes: Eyes = { viewer: '$2::uuid', moderates: '$3::boolean' };

/** Threads as the JSON API shows them to the viewer, each with what else its annotations say. */
const sql = `
  SELECT t.json AS thread,
    json_build_object('essay', v.essay_id, 'slug', l.slug, 'number', v.number, 'language', y.language,
      'licence', y.licence, 'created', ${wireTime('v.created_at')}) AS text,
    coalesce((SELECT json_agg(json_build_object('id', c.id) ORDER BY c.number) FROM card c
      WHERE c.status <> 'merged' AND ${cardShownTo(eyes)}
        AND EXISTS (SELECT 1 FROM occurrence o WHERE o.card_id = c.id AND o.annotation_id = a.id)), '[]') AS cards,
    (SELECT json_object_agg(o.id, json_build_object('canonical', o.canonical, 'via', o.via)) FROM (
      SELECT a.id, a.canonical, coalesce(a.via, '{}') AS via
      UNION ALL SELECT r.id, r.canonical, coalesce(r.via, '{}') FROM reply r WHERE r.annotation_id = a.id) o) AS origins
  FROM (${threadsOf(`SELECT a.*, ${eyes.viewer} AS viewer, ${eyes.moderates} AS moderates FROM annotation a
    WHERE a.id = ANY($4::uuid[]) AND a.group_id = $1::uuid AND a.visibility = 'group' AND ${annotationShownTo(eyes)}`)}) t
  JOIN annotation a ON a.id = t.id
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
  JOIN target g ON g.annotation_id = a.id JOIN essay_version v ON v.id = g.essay_version_id
  JOIN essay y ON y.id = v.essay_id`;

/** These of a group's items that the viewer may see, in this order. */
export async function itemsJson(
  viewer: Viewer,
  scope: GroupScope,
  places: readonly ItemPlace[],
): Promise<Item[]> {
  const threads = [...new Set(places.map(({ thread }) => thread))];
  const values = [scope.id, viewer.user?.id ?? null, may('moderation.review', scope), threads];
  const rows = new Map((await query<Row>('wa-items', sql, values)).map((row) => [row.thread.id, row]));
  const tags = await query<ItemsHead['tags'][number]>(
    'wa-tags',
    'SELECT slug, name FROM tag WHERE group_id = $1::uuid',
    [scope.id],
  );
  const head = { group: scope, tags, site: config().APP_URL, software };
  return places.flatMap((place) => {
    const row = rows.get(place.thread);
    return (row && itemOf(place, row, head)) ?? [];
  });
}

/** Generated when it itself was changed last: what others reply changes nothing of it, nor its ETag. */
function itemOf({ id, thread }: ItemPlace, row: Row, head: Omit<ItemsHead, 'changed'>): Item | null {
  const { thread: annotation, text, cards } = row;
  const origin = row.origins[id] ?? { canonical: null, via: [] };
  const rest = { id, thread, annotation, origin, cards: cards.map((card) => card.id) };
  const written = writtenOf(annotation, cards, origin);
  const writer = ({ created, modified }: Annotation | Reply) =>
    jsonldItems({ ...head, changed: modified ?? created });
  if (id === thread) {
    const write = writer(annotation);
    return { ...rest, reply: null, json: write.annotation(written, write.place(text)) };
  }
  const reply = annotation.replies.find((one) => one.id === id);
  if (!reply?.comment) return null;
  const { creator, comment, modified } = reply;
  const words = { person: { ...creator, pseudonymous: false }, comment: comment.markdown, modified };
  const answer = { ...reply, ...origin, words, held: heldAs(reply), reactions: [] };
  return { ...rest, reply, json: writer(reply).reply(answer, written) };
}

/** What its author wrote alone is theirs alone. */
const isSealed = ({ held }: Pick<Annotation, 'held'>) => held?.as === 'sealed';
const heldAs = ({ held }: Pick<Annotation, 'held'>) => (held && held.as !== 'sealed' ? held.as : null);

function writtenOf(annotation: Annotation, cards: Row['cards'], origin: Origin) {
  const { id, creator, target, tags, comment, created, modified, visibility } = annotation;
  const position = target.selector.find((one) => one.type === 'TextPositionSelector');
  const quote = target.selector.find((one) => one.type === 'TextQuoteSelector');
  return {
    id,
    tags,
    created,
    modified,
    cards,
    ...origin,
    person: { ...creator, pseudonymous: false },
    comment: comment?.markdown ?? null,
    visibility: isSealed(annotation) ? ('private' as const) : visibility,
    held: heldAs(annotation),
    quote: quote?.exact ?? '',
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
    startPoint: position?.start ?? 0,
    endPoint: position?.end ?? 0,
  };
}
