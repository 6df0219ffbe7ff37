import 'server-only';
import { decisionsInForce } from '@/lib/core/adjudication/decisions-in-force';
import { adjudicatedWords } from '@/lib/core/inbox/adjudicated-words';
import { decisionRows } from '@/lib/server/data/adjudication/decision-rows';
import { query } from '@/lib/server/data/database';
import { authorsOf } from './tell-adjudicated';

/** A notice of decisions, of the user whom it tells. */
export interface AdjudicatedNotice {
  /** Of the entry. */
  id: string;
  user: string;
  group: { id: string };
  /** Of the text. */
  adjudicated: string | null;
}

/** What a notice says. */
export interface Adjudicated {
  words: string;
  /** Who decided all of it; null: several did, or nothing of it holds. */
  actor: string | null;
  /** Id of the round in which all the marks were made blind; null: there is none. */
  round: string | null;
}

/** What notices say, by their ids: of decisions that hold, from the notice before up to the one it was told for. */
export async function adjudicatedEntries(
  notices: readonly AdjudicatedNotice[],
): Promise<Map<string, Adjudicated>> {
  const all = new Map<string, Adjudicated>();
  const texts = new Map(
    notices.flatMap(({ group, adjudicated, user }) =>
      adjudicated
        ? [[`${group.id} ${adjudicated} ${user}`, { group: group.id, version: adjudicated, user }]]
        : [],
    ),
  );
  for (const text of texts.values()) for (const [id, said] of await wordsIn(text)) all.set(id, said);
  return all;
}

async function wordsIn({ group, version, user }: { group: string; version: string; user: string }) {
  const inForce = decisionsInForce(await decisionRows(group, version));
  const authors = await authorsOf(inForce.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  const own = new Set([...authors].flatMap(([id, author]) => (author === user ? id : [])));
  const told = await query<{ id: string; decisions: string[] }>(
    'told-decisions',
    `SELECT n.id, ARRAY(SELECT d.id::text FROM adjudication d
       WHERE d.group_id = $1::uuid AND d.essay_version_id = $2::uuid AND d.created_at <= j.created_at
         AND d.created_at > coalesce((SELECT max(k.created_at) FROM notification o JOIN adjudication k ON k.id = o.event_id
           WHERE o.user_id = n.user_id AND o.kind = 'adjudication' AND k.group_id = j.group_id
             AND k.essay_version_id = j.essay_version_id AND k.created_at < j.created_at), '-infinity')) AS decisions
     FROM notification n JOIN adjudication j ON j.id = n.event_id
     WHERE n.user_id = $3::uuid AND n.kind = 'adjudication' AND j.group_id = $1::uuid AND j.essay_version_id = $2::uuid`,
    [group, version, user],
  );
  const rounds = await roundsOf(inForce.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  return told.map(({ id, decisions }) => {
    const meant = inForce.filter((one) => decisions.includes(one.id) && one.actor !== user);
    const actors = new Set(meant.map(({ actor }) => actor));
    const actor = actors.size === 1 ? (meant[0]?.actor ?? null) : null;
    const theirs = meant.filter(({ subjects }) => subjects.some((mark) => own.has(mark.id)));
    const among = new Set(
      theirs.flatMap(({ subjects }) => subjects.map((mark) => rounds.get(mark.id) ?? null)),
    );
    const round = among.size === 1 ? ([...among][0] ?? null) : null;
    return [id, { words: adjudicatedWords(meant, own), actor, round }] as const;
  });
}

/** In which rounds annotations were made blind. */
async function roundsOf(annotations: readonly string[]): Promise<Map<string, string>> {
  const rows = await query<{ id: string; round: string }>(
    'rounds-of-marks',
    'SELECT id, round_id AS round FROM annotation WHERE id = ANY($1::uuid[]) AND round_id IS NOT NULL',
    [annotations],
  );
  return new Map(rows.map(({ id, round }) => [id, round]));
}
