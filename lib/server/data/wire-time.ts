import 'server-only';

/**
 * SQL: a timestamp as it stands everywhere on the wire, `2026-11-21T07:03:24.120Z` (`Timestamp` in
 * lib/core/api/timestamp.ts). PostgreSQL's own JSON would say `2026-11-21T07:03:24.12+00:00`.
 */
export const wireTime = (time: string): string =>
  `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
