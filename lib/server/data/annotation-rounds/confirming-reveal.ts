import 'server-only';
import { conflict } from '@/lib/core/api/problem';
import { query, transaction } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';

/**
 * Does something by which a round may have waited for nobody any more and so be revealed: not unless whoever asks for it
 * knows. Else nothing is done, and a 409 says which blind readings it would end.
 */
export function confirmingReveal<T>(
  _viewer: Viewer,
  isConfirmed: boolean,
  act: () => Promise<T>,
): Promise<T> {
  return transaction(async () => {
    const answer = await act();
    const ended = isConfirmed ? [] : await endedHere();
    if (ended.length > 0) throw conflict('ends-blind-phase', said(ended), { rounds: ended });
    return answer;
  });
}

interface Round {
  id: string;
  title: string;
}

/** Rows that this very transaction wrote; `now()` is when it began, as `ended_at` keeps it. */
const endedHere = () =>
  query<Round>(
    'rounds-ended-here',
    `SELECT id, title FROM annotation_round WHERE state = 'revealed' AND ended_at = now()::timestamptz(3)
       AND xmin = pg_current_xact_id()::xid ORDER BY title, id`,
    [],
  );

function said(rounds: readonly Round[]): string {
  const titles = new Intl.ListFormat('en').format(rounds.map(({ title }) => `“${title}”`));
  return `This ends the blind reading ${titles}: everybody else is done, so what was marked there is shown to everyone.`;
}
