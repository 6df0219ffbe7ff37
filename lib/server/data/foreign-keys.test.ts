import { expect, test } from 'vitest';
import { query } from './database';

/** Keys whose columns are not the first of any whole index: deleting what they point to reads their table from end to end. */
const unindexed = `
  SELECT c.conrelid::regclass || '.' || string_agg(a.attname, ',' ORDER BY key.place) AS key
  FROM pg_constraint c
  CROSS JOIN unnest(c.conkey) WITH ORDINALITY AS key (attnum, place)
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = key.attnum
  WHERE c.contype = 'f' AND NOT EXISTS (
    SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
      AND (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey)
  GROUP BY c.oid, c.conrelid ORDER BY key`;

/** People who did something: the row of a person stays when the account goes, and nobody asks for what they did. */
const people = [
  'adjudication.actor_id',
  'annotation.resolved_by_id',
  'annotation_round.created_by_id',
  'annotation_round.ended_by_id',
  'ban.by_id',
  'card.created_by_id',
  'card_event.actor_id',
  'card_revision.editor_id',
  'guideline_example.created_by_id',
  'guideline_revision.editor_id',
  'moderation_entry.actor_id',
  'occurrence.created_by_id',
  'relation.created_by_id',
  'release.created_by_id',
  'release.withdrawn_by_id',
  'revision.editor_id',
];

test('an index leads from everything that can be deleted to what points to it', async () => {
  const rows = await query<{ key: string }>('unindexed', unindexed, []);
  expect(rows.map(({ key }) => key)).toEqual(people);
});
