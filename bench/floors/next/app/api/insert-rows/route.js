import { pool } from '../../pool.js';

/** The rows that the app writes for an annotation, and the same wake-up, without asking who may. */
const text = `
  WITH made AS (
    INSERT INTO annotation (id, group_id, essay_id, author_id, visibility, comment, comment_markdown)
    VALUES (gen_random_uuid(), $1, $2, $3, 'group', $4, $5) RETURNING id
  ), placed AS (
    INSERT INTO target (annotation_id, essay_version_id, selectors) SELECT id, $6::uuid, $7::jsonb FROM made
  ), anchored AS (
    INSERT INTO anchor (annotation_id, essay_version_id, start, "end") SELECT id, $6::uuid, 10, 90 FROM made
  ), tagged AS (
    INSERT INTO annotation_tag (annotation_id, tag_id) SELECT made.id, tag.id FROM made JOIN tag
    ON tag.group_id = $1 AND tag.slug = 'claim'
  ), next AS (
    INSERT INTO channel AS c (id, seq) SELECT 'floor', 1 FROM made
    ON CONFLICT (id) DO UPDATE SET seq = c.seq + 1 RETURNING id, seq
  ), event AS (
    INSERT INTO event (channel_id, seq, kind, change, entity_id, actor_id)
    SELECT next.id, seq, 'annotation', 'created', made.id, $3 FROM next, made RETURNING channel_id
  ) SELECT id, (SELECT pg_notify('floor', '{}')::text FROM event) FROM made`;

export async function POST(request) {
  const { group, essay, author, version, body } = await request.json();
  const { comment, target } = body;
  const values = [group, essay, author, comment, comment.markdown, version, JSON.stringify(target.selector)];
  const { rows } = await pool().query({ name: 'insert-rows', text, values });
  return Response.json(rows[0], { status: 201 });
}
