import { pool } from '../../pool.js';

const text = `
  SELECT id, number, kind, statement, status, similarity(statement, $2) AS similarity FROM card
  WHERE group_id = $1 AND statement % $2 ORDER BY similarity DESC LIMIT 8`;

export async function GET(request) {
  const { searchParams } = new URL(request.url);
  const values = [searchParams.get('group'), searchParams.get('statement')];
  const { rows } = await pool().query({ name: 'similar', text, values });
  return Response.json(rows);
}
