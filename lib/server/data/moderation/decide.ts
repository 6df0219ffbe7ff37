import 'server-only';
import type { Input } from '@/lib/core/api/contracts';
import type { LogEntry } from '@/lib/core/api/moderation';
import { conflict, invalid, notFound } from '@/lib/core/api/problem';
import { reasons } from '@/lib/core/moderation/reasons';
import { type DecisionVerb, standingAfter } from '@/lib/core/moderation/standing';
import { query, transaction } from '@/lib/server/data/database';
import { lockedGroupFor } from '@/lib/server/data/group-scope';
import { notify } from '@/lib/server/data/inbox/notify';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { enter, entryOf } from './log';
import { tellQueueMoved } from './queue-notification';
import { lockSubjects, setStandings } from './set-standing';
import { refuseOwnCase } from './standing-decision';
import { type Subject, subjectsFor } from './subjects';

type Decision = Input<'POST /groups/{group}/moderation/decisions'>['body'];

/**
 * Decides about contributions, about all of them or none: when one is no longer what the moderator saw, 409 with the
 * ids of those. Flags on them are settled, and each decision is an entry of the log.
 */
export async function decide(viewer: Viewer, group: string, decision: Decision): Promise<LogEntry[]> {
  return transaction(async () => {
    const scope = await lockedGroupFor(viewer, group, 'moderation.review');
    const ids = decision.items.map(({ id }) => id.toLowerCase());
    await lockSubjects(ids);
    const subjects = await seenSubjects(viewer, scope.id, decision);
    for (const subject of subjects) refuseToRemove(viewer, subject, decision.verb);
    if (decision.verb === 'approve')
      for (const subject of subjects) await refuseOwnCase(viewer, scope, subject);
    const to = standingAfter(decision.verb);
    await setStandings(
      viewer,
      scope.id,
      subjects.map((subject) => ({ subject, to })),
    );
    const entries: LogEntry[] = [];
    for (const subject of subjects) {
      const id = await enterDecision(viewer, scope.id, { subject, ...decision });
      entries.push(await entryOf(id));
    }
    await tellQueueMoved(scope.id);
    return entries;
  });
}

async function seenSubjects(viewer: Viewer, group: string, { items }: Decision): Promise<Subject[]> {
  const found = await subjectsFor(
    viewer,
    group,
    items.map(({ id }) => id),
  );
  const stale = items.filter(({ id, state }) => !isState(found.get(id.toLowerCase())?.state, state));
  if (stale.length > 0)
    throw conflict(
      'seen-otherwise',
      stale.length < items.length
        ? 'Some of these changed since you saw them. Nothing was decided: look again.'
        : 'This changed since you saw it. Nothing was decided: look again.',
      { stale: stale.map(({ id }) => id) },
    );
  return items.map(({ id }) => found.get(id.toLowerCase()) ?? refuse());
}

/** Who decides where the thing stands sees its words and its standing, and not how many flagged it. */
const isState = (now: string | undefined, seen: string): boolean =>
  now === seen || (/^\d+-[a-z]+$/.test(seen) && now?.startsWith(`${seen}-`) === true);

function refuse(): never {
  throw notFound();
}

function refuseToRemove(viewer: Viewer, { kind, author }: Subject, verb: DecisionVerb): void {
  if (verb !== 'remove') return;
  if (kind === 'card') throw invalid('card', 'Cards are not removed. Hide it, or archive it.');
  if (kind === 'position' || kind === 'relation')
    throw invalid('words', 'The words of an answer or a link are not removed. Hide them.');
  if (author === userIdOf(viewer)) throw invalid('own', 'This is yours: delete it instead.');
}

async function enterDecision(
  viewer: Viewer,
  group: string,
  { subject, verb, reason, note }: Omit<Decision, 'items'> & { subject: Subject },
): Promise<string> {
  const { kind, id, author, standing, version, words } = subject;
  const why = verb === 'approve' ? { note } : { reason, note: note || reasons[reason].told };
  const entry = await enter(viewer, group, {
    verb,
    kind,
    subject: id,
    author,
    version,
    excerpt: words,
    ...why,
    before: standing,
    after: standingAfter(verb),
  });
  await query(
    'settle-flags',
    'UPDATE flag SET settled_by_id = $2::uuid WHERE subject_id = $1::uuid AND settled_by_id IS NULL',
    [id, entry],
  );
  if (standing !== standingAfter(verb) && author !== userIdOf(viewer))
    await notify({ kind: 'moderation', event: entry, group, to: [author] });
  await query('unsnooze', 'DELETE FROM snooze WHERE subject_id = $1::uuid', [id]);
  return entry;
}
