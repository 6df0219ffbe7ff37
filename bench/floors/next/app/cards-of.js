import { pool } from './pool.js';

const text = `
  SELECT c.id, c.number, c.kind, c.statement, c.details, c.status, c.version, c.created_at AS created,
    (SELECT count(*)::int FROM occurrence o WHERE o.card_id = c.id) AS passages,
    (SELECT json_agg(p.credence) FROM position p WHERE p.card_id = c.id AND p.superseded_at IS NULL) AS credences
  FROM card c WHERE c.group_id = $1 ORDER BY c.number LIMIT $2`;

/** The rows that a board shows, without who may see what, and in no order that means anything. */
export async function cardsOf(group, limit) {
  const { rows } = await pool().query({ name: 'cards', text, values: [group, limit] });
  return rows;
}
