import { pool } from '../../pool.js';

const text = `
  SELECT json_agg(json_build_object('id', a.id, 'comment', a.comment, 'markdown', a.comment_markdown,
    'visibility', a.visibility, 'created', a.created_at, 'selector', t.selectors,
    'creator', json_build_object('id', u.id, 'name', u.name)) ORDER BY a.id)::text AS json
  FROM annotation a JOIN "user" u ON u.id = a.author_id JOIN target t ON t.annotation_id = a.id
  WHERE a.group_id = $1 AND a.essay_id = $2`;

export async function GET(request) {
  const { searchParams } = new URL(request.url);
  const values = [searchParams.get('group'), searchParams.get('essay')];
  const { rows } = await pool().query({ name: 'list', text, values });
  return new Response(rows[0].json, { headers: { 'content-type': 'application/json' } });
}
