import 'server-only';

const inGroup = 'group_id = $3::uuid';
const ofThreads = 'annotation_id IN (SELECT id FROM annotation WHERE group_id = $3::uuid)';
const ofCards = (card: string) => `${card} IN (SELECT id FROM card WHERE group_id = $3::uuid)`;

/** What names people, and which rows of it are the group's: most of these columns have no index, and are others' too. */
const naming: [table: string, column: string, rows: string][] = [
  ['annotation', 'author_id', inGroup],
  ['annotation', 'resolved_by_id', inGroup],
  ['reply', 'author_id', ofThreads],
  ['card', 'created_by_id', inGroup],
  ['card_revision', 'editor_id', ofCards('card_id')],
  ['card_event', 'actor_id', ofCards('card_id')],
  ['occurrence', 'created_by_id', ofCards('card_id')],
  ['relation', 'created_by_id', ofCards('from_id')],
];

const ofGroup = naming.map(
  ([table, column, rows]) =>
    `UPDATE ${table} SET ${column} = $2::uuid WHERE ${column} = $1::uuid AND ${rows}`,
);

/** Of what there is one for each person, the member's own stays. */
const ofPerson = [
  `DELETE FROM reaction x USING reaction mine WHERE x.user_id = $1::uuid AND mine.user_id = $2::uuid
    AND mine.kind = x.kind AND (mine.annotation_id = x.annotation_id OR mine.reply_id = x.reply_id)`,
  'UPDATE reaction SET user_id = $2::uuid WHERE user_id = $1::uuid',
  `DELETE FROM section_check x USING section_check mine WHERE x.user_id = $1::uuid AND mine.user_id = $2::uuid
    AND mine.group_id = x.group_id AND mine.essay_version_id = x.essay_version_id AND mine.tag_id = x.tag_id
    AND mine.block = x.block`,
  'UPDATE section_check SET user_id = $2::uuid WHERE user_id = $1::uuid',
  `DELETE FROM conditional_belief x USING conditional_belief mine WHERE x.user_id = $1::uuid
    AND mine.user_id = $2::uuid AND mine.crux_id = x.crux_id AND mine.target_id = x.target_id`,
  'UPDATE conditional_belief SET user_id = $2::uuid WHERE user_id = $1::uuid',
  `UPDATE position x SET superseded_at = greatest(mine.created_at, x.created_at) FROM position mine
    WHERE x.user_id = $1::uuid AND mine.user_id = $2::uuid AND mine.card_id = x.card_id
    AND x.superseded_at IS NULL AND mine.superseded_at IS NULL`,
  'UPDATE position SET user_id = $2::uuid WHERE user_id = $1::uuid',
];

/** One statement of many. */
export interface HandOver {
  sql: string;
  values: string[];
}

/**
 * Gives all that is an external person's ($1), who is of one group ($3), to a member ($2), in this order. Each finds its rows
 * by an index. Decisions of adjudicators are never changed, and keep their name.
 */
export const handOver = ({
  person,
  member,
  group,
}: Record<'person' | 'member' | 'group', string>): HandOver[] => [
  ...ofGroup.map((sql) => ({ sql, values: [person, member, group] })),
  ...ofPerson.map((sql) => ({ sql, values: [person, member] })),
];
