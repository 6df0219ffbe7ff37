import 'server-only';
import { query } from './database';
import type { Viewer } from './viewer';

export type JobKind =
  | 'tell'
  | 'mail'
  | 'close-round'
  | 'annotation-round'
  | 'webhook'
  | 'freeze'
  | 'export'
  | 'index-notes';

export interface Job {
  id: string;
  kind: JobKind;
  key: string | null;
  payload: unknown;
  /** When it was to run, in milliseconds. */
  due: number;
  /** When it was asked for, in milliseconds. */
  created: number;
  /** This one included. */
  attempts: number;
  /** Of whoever took it last: what somebody does of an earlier taking finds nothing. */
  fence: number;
}

/** A job as somebody took it. */
type Taken = Pick<Job, 'id' | 'fence'>;

interface NewJob {
  kind: JobKind;
  /** While a job of this key waits, there is no second one; the sooner time holds. One that was given up begins anew, at the new time. */
  key?: string;
  payload?: object;
  /** By the database's clock when absent: now. */
  at?: Date;
}

/**
 * Leaves work for later; it exists when the transaction that asks for it does. In one statement and in one order: a
 * transaction that leaves thousands must end in time, and not wait for another that waits for it.
 */
export async function enqueue(...jobs: NewJob[]): Promise<void> {
  await query(
    'enqueue',
    `INSERT INTO job AS j (kind, key, payload, run_at)
     SELECT kind, key, coalesce(payload, '{}'), coalesce(at, now())
     FROM jsonb_to_recordset($1::jsonb) AS x (kind text, key text, payload jsonb, at timestamptz) ORDER BY kind, key
     ON CONFLICT (kind, key) DO UPDATE SET run_at = CASE WHEN j.failed_at IS NULL THEN least(j.run_at, excluded.run_at) ELSE excluded.run_at END,
       attempts = CASE WHEN j.failed_at IS NULL THEN j.attempts ELSE 0 END, failed_at = NULL`,
    [JSON.stringify(jobs)],
  );
}

/**
 * Puts a job where a new one of its key may come to stand, which then waits for its own time; false where that was done in an
 * earlier try. Throws where another has taken it over.
 */
export async function freeKey({ id, fence }: Taken): Promise<boolean> {
  const [job] = await query<{ was: string | null }>(
    'free-job-key',
    `UPDATE job j SET key = NULL FROM (SELECT id, key FROM job WHERE id = $1::uuid FOR UPDATE) old
     WHERE j.id = old.id AND j.fence = $2::int RETURNING old.key AS was`,
    [id, fence],
  );
  if (!job) throw new TakenOver();
  return job.was !== null;
}

/** Another has the job now, or nobody wants it any more: whoever works on it has to stop. */
export class TakenOver extends Error {
  override name = 'TakenOver';
  constructor() {
    super('Another has taken this job over.');
  }
}

/** Thrown by a job that is not worth another try. */
export class Hopeless extends Error {
  override name = 'Hopeless';
}

/**
 * Takes jobs that are due, each for `lease` seconds: who dies with one leaves it to others after that. Instances do not
 * wait for each other.
 */
export async function takeJobs(
  kind: JobKind,
  { most, lease }: { most: number; lease: number },
): Promise<Job[]> {
  return query<Job>(
    'take-jobs',
    `UPDATE job SET attempts = attempts + 1, fence = fence + 1, locked_until = now() + make_interval(secs => $3::int)
     WHERE id IN (
       SELECT id FROM job WHERE kind = $1 AND failed_at IS NULL AND run_at <= now()
         AND (locked_until IS NULL OR locked_until <= now())
       ORDER BY run_at LIMIT $2::int FOR UPDATE SKIP LOCKED)
     RETURNING id, kind, key, payload, attempts, fence, extract(epoch FROM run_at)::float8 * 1000 AS due,
       extract(epoch FROM created_at)::float8 * 1000 AS created`,
    [kind, most, lease],
  );
}

/** Takes one job by its key, unless somebody has it. */
export async function takeJob(
  kind: JobKind,
  { key, lease }: { key: string; lease: number },
): Promise<Job | null> {
  const [job] = await query<Job>(
    'take-job',
    `UPDATE job SET attempts = attempts + 1, fence = fence + 1, locked_until = now() + make_interval(secs => $3::int)
     WHERE kind = $1 AND key = $2 AND failed_at IS NULL AND (locked_until IS NULL OR locked_until <= now())
     RETURNING id, kind, key, payload, attempts, fence, extract(epoch FROM run_at)::float8 * 1000 AS due`,
    [kind, key, lease],
  );
  return job ?? null;
}

/** It is still worked on, for so many seconds more. Throws where another has taken it over: then this one has to stop. */
export async function keepJob({ id, fence }: Taken, lease: number): Promise<void> {
  const kept = await query<{ id: string }>(
    'keep-job',
    `UPDATE job SET locked_until = now() + make_interval(secs => $2::int)
     WHERE id = $1::uuid AND fence = $3::int RETURNING id`,
    [id, lease, fence],
  );
  if (kept.length === 0) throw new TakenOver();
}

/**
 * Call it in the transaction of what the job did, where there is one. Throws where another has taken it over: then what was
 * done in the transaction is theirs to do.
 */
export async function jobDone({ id, fence }: Taken): Promise<void> {
  const done = await query<{ id: string }>(
    'job-done',
    'DELETE FROM job WHERE id = $1::uuid AND fence = $2::int RETURNING id',
    [id, fence],
  );
  if (done.length === 0) throw new TakenOver();
}

/** Puts a job off for so many seconds, as if it had not been tried. Where another has taken it over, it is theirs. */
export async function putOff({ id, fence }: Taken, wait: number): Promise<void> {
  await query(
    'put-off-job',
    `UPDATE job SET run_at = now() + make_interval(secs => $2::float8), attempts = attempts - 1, locked_until = NULL
     WHERE id = $1::uuid AND fence = $3::int`,
    [id, wait, fence],
  );
}

/**
 * Puts a job off for so many seconds; null: for good, and it stays for whoever runs the site to see. Where another has taken
 * it over, it is theirs: false.
 */
export async function jobFailed(
  { id, fence }: Taken,
  { problem, wait }: { problem: string; wait: number | null },
): Promise<boolean> {
  const failed = await query<{ id: string }>(
    'job-failed',
    `UPDATE job SET problem = $2, locked_until = NULL, run_at = now() + make_interval(secs => coalesce($3::float8, 0)),
       failed_at = CASE WHEN $3::float8 IS NULL THEN now() END WHERE id = $1::uuid AND fence = $4::int RETURNING id`,
    [id, problem, wait, fence],
  );
  return failed.length > 0;
}

/** Mails that were given up, for whoever runs the site; purged after a month. */
export async function mailsGivenUp(_viewer: Viewer): Promise<number> {
  const [row] = await query<{ count: number }>(
    'mails-given-up',
    "SELECT count(*)::int AS count FROM job WHERE kind = 'mail' AND failed_at IS NOT NULL",
    [],
  );
  return row?.count ?? 0;
}
