/** SQL: when nothing is left of export `x`. */
const expires = "(coalesce(x.ended_at, x.created_at) + interval '24 hours')";

/** SQL: of rows of the table, for whoever cleans up. */
export const exportExpired = "coalesce(ended_at, created_at) < now() - interval '24 hours'";

/**
 * SQL: exports of which something is left, with `state` and `problem` as the API has them (lib/core/api/export.ts), and
 * `expires_at`. One failed when nobody works on it any more.
 */
export const statedExports = `
  SELECT x.*, s.state, ${expires} AS expires_at,
    CASE WHEN s.state <> 'failed' THEN NULL WHEN x.dropped IS NOT NULL THEN x.dropped
      WHEN j.problem IN ('gone', 'archive-too-large') THEN j.problem ELSE 'broken' END AS problem
  FROM export x LEFT JOIN job j ON j.kind = 'export' AND j.key = x.id::text
  CROSS JOIN LATERAL (SELECT CASE WHEN x.dropped = 'cancelled' THEN 'cancelled' WHEN x.dropped IS NOT NULL THEN 'failed'
    WHEN x.sha256 IS NOT NULL THEN 'ready' WHEN j.id IS NULL OR j.failed_at IS NOT NULL THEN 'failed'
    WHEN x.started_at IS NULL THEN 'waiting' ELSE 'running' END AS state) s
  WHERE ${expires} > now()`;
