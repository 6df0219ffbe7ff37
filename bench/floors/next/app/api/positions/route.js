import { pool } from '../../pool.js';

const text = `
  SELECT p.card_id AS card, p.user_id AS user, p.credence FROM position p JOIN card c ON c.id = p.card_id
  WHERE c.group_id = $1 AND p.superseded_at IS NULL`;

export async function GET(request) {
  const { searchParams } = new URL(request.url);
  const { rows } = await pool().query({ name: 'positions', text, values: [searchParams.get('group')] });
  return Response.json({ rows: rows.length });
}
