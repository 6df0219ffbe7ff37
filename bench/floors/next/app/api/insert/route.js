import { pool } from '../../pool.js';

const text = `
  WITH made AS (
    INSERT INTO floor.annotation (id, group_id, author_id, body) VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id, body
  ) SELECT id, pg_notify('floor', json_build_object('id', id, 'body', body)::text)::text FROM made`;

export async function POST(request) {
  const { group, author, body } = await request.json();
  const values = [group, author, JSON.stringify(body)];
  const { rows } = await pool().query({ name: 'insert', text, values });
  return Response.json(rows[0], { status: 201 });
}
