import 'server-only';
import { may } from '@/lib/core/access/permissions';
import { conflict, notFound, Problem } from '@/lib/core/api/problem';
import type { CorpusDocument, CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { openLicence } from '@/lib/core/corpus/open-licence';
import type { Takes } from '@/lib/core/export/export-format';
import { type AskedOfRelease, allOfRelease, asksForAll } from '@/lib/core/release/asked-of-release';
import { type ReleaseStanding, showRelease } from '@/lib/core/release/shown-record';
import { type SurveyedRelease, surveyRelease } from '@/lib/core/release/survey-release';
import { demandNotAloneInGroup } from '@/lib/server/data/annotation-rounds/is-alone';
import { isRevealed } from '@/lib/server/data/cards/shown-credences';
import { query } from '@/lib/server/data/database';
import { consents } from '@/lib/server/data/export/consents';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { type FrozenPart, frozenRecords } from './frozen-records';
import { goneNow } from './gone-now';
import { type ReleaseRow, releaseRow } from './release-rows';

/** A release as it comes for whoever asked, now. */
export interface OpenedRelease extends Pick<SurveyedRelease, 'leftOut' | 'texts' | 'listed' | 'read'> {
  head: CorpusHead;
  /** Knows what does not come any more. */
  standing: FoundRelease['standing'];
  /** In the order of a corpus, so many at a time; may be read again. */
  records(): AsyncGenerator<CorpusRecord[]>;
}

/** What somebody asks of a release; who is meant by it is found with the release. */
export type Asked = Omit<AskedOfRelease, 'own' | 'authors'>;

interface Reading {
  /** What of it; all unless told. */
  asked?: Asked;
  /** What the format takes of it. */
  takes?: Takes;
  /** Ids of users: as if they, too, asked to be left out now. */
  without?: readonly string[];
  /** When nobody waits for it any more. */
  signal?: AbortSignal | undefined;
}

/** A release that the viewer may read now. */
export interface ReadableRelease {
  scope: GroupScope;
  row: ReleaseRow;
  frozen: string;
}

/** The same, with what it is read for. */
export interface FoundRelease extends Omit<ReadableRelease, 'scope'> {
  asked: AskedOfRelease;
  /** Knows what does not come any more of the parts that went by, and of others not. */
  standing: ReleaseStanding & {
    /** Ids of users whose things do not come. */
    leftOut: readonly string[];
    /** All that people chose for this group, and the names that come of it. */
    consents: string;
  };
  /** As it was frozen; reading it is what `standing` learns from. */
  parts(): AsyncGenerator<FrozenPart>;
}

/** That the viewer may read it now: 410 when it is withdrawn, 409 before it is frozen, and to who reads an essay alone. */
export async function releaseFor(
  viewer: Viewer,
  { group, release }: { group: string; release: string },
): Promise<ReadableRelease> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const row = await releaseRow(scope.id, release);
  const { state, frozen } = row;
  if (state === 'withdrawn') throw new Problem(410, 'withdrawn', `Release ${row.number} was withdrawn.`);
  if (state !== 'frozen' || !frozen) throw conflict('not-frozen', `Release ${row.number} is not frozen yet.`);
  await demandNotAloneInGroup(viewer, scope.id);
  return { scope, row, frozen };
}

/** Reads nothing of it yet. */
export async function findRelease(
  viewer: Viewer,
  { scope, row, frozen }: ReadableRelease,
  reading: Reading,
): Promise<FoundRelease> {
  const [gone, silent, withheld] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const { asked, ...personal } = await standingOf(viewer, scope, reading);
  const isGone = (id: string) => gone.has(id);
  const standing = {
    ...personal,
    isGone,
    mayPass: (document: CorpusDocument) => personal.mayPass(document, isGone),
    isSilent: (id: string) => silent.has(id),
    isWithheld: (name: string) => withheld.has(name),
  };
  return {
    row,
    frozen,
    asked,
    standing,
    async *parts() {
      for await (const part of frozenRecords(row, reading.signal)) {
        const { leftOut } = personal;
        const now = await goneNow(part.records, { group: scope.id, frozen, leftOut });
        for (const id of now.gone) gone.add(id);
        for (const id of now.silent) silent.add(id);
        for (const name of now.withheld) withheld.add(name);
        yield part;
      }
    },
  };
}

/**
 * Reads a release through once, and finds what comes of it for the viewer: who asked to be left out, what moderators took
 * down and what became private since does not. Throws 404 where it has not the essay asked for.
 */
export async function openRelease(
  viewer: Viewer,
  readable: ReadableRelease,
  reading: Reading,
): Promise<OpenedRelease> {
  const found = await findRelease(viewer, readable, reading);
  const { row, asked, standing, parts } = found;
  const survey = surveyRelease(standing, reading.takes, asked);
  let head: CorpusHead | null = null;
  for await (const part of parts()) {
    head ??= part.head;
    for (const record of part.records) survey.write(record);
  }
  if (!head) throw new Error(`Release ${row.number} has no head.`);
  const surveyed = survey.end();
  if (!surveyed.hasEssay && asked.essay !== undefined)
    throw notFound(`Release ${row.number} has no essay “${asked.essay}”.`);
  const { leftOut, texts, listed, read } = surveyed;
  return {
    head: headOf(head, found, surveyed),
    leftOut,
    texts,
    listed,
    read,
    standing,
    async *records() {
      const show = showRelease(standing, surveyed);
      for await (const { records } of frozenRecords(row, reading.signal))
        yield records.flatMap((record) => show(record) ?? []);
    },
  };
}

function headOf(
  head: CorpusHead,
  { row, frozen, standing }: FoundRelease,
  { asked, counts, hiddenPositions }: SurveyedRelease,
): CorpusHead {
  const { number, title, note, sha256 } = row;
  // The word that pseudonyms are made with, and whom they stand for, stay here.
  const { own: _, authors: __, essays: ___, salt: ____, release: _____, people, ...choice } = asked;
  return {
    ...head,
    counts,
    ...(hiddenPositions > 0 && { hiddenPositions }),
    choice: { ...choice, people: people?.flatMap((id) => standing.personOf(id)?.id ?? []) },
    release: {
      number,
      title,
      note,
      frozen,
      sha256: sha256 ?? '',
      ...(!asksForAll(asked) && { part: true }),
    },
  };
}

/** What does not hang on single things: names, who is meant, licences, and what the viewer has still to answer. */
async function standingOf(
  viewer: Viewer,
  scope: GroupScope,
  { asked: choice = allOfRelease, without = [] }: Reading,
) {
  const snapshot = {
    query: <Row extends object>(text: string, values: unknown[]) =>
      query<Row>('release-people', text, values),
  };
  const me = viewer.user?.id ?? null;
  const {
    personOf,
    idsOf,
    leftOut,
    chosen: consented,
  } = await consents(snapshot, { group: scope, viewer: me, choice });
  const asked: AskedOfRelease = {
    ...choice,
    own: me === null ? [] : idsOf(me),
    authors: choice.people?.flatMap((id) => idsOf(id.toLowerCase())),
  };
  const out = new Set(without);
  const shared = await sharedTexts(scope);
  const blind = await blindCards(viewer, scope);
  return {
    asked,
    personOf: (user: string) => (out.has(user) ? null : personOf(user)),
    leftOut: [...leftOut, ...without],
    consents: consented,
    isBlind: (card: string) => blind.has(card),
    /** What has left the list since went with the licence that it had then. */
    mayPass: (document: CorpusDocument, isGone: ReleaseStanding['isGone']) =>
      shared.get(document.essay) ?? (!isGone(document.id) && openLicence(document.licence) !== null),
  };
}

/** By essays on the list: whether their words may be passed on now. Of others, what was frozen says so. */
async function sharedTexts({ id, role }: GroupScope): Promise<Map<string, boolean>> {
  const rows = await query<{ essay: string; licence: string | null; share: boolean }>(
    'shared-texts',
    `SELECT y.id AS essay, y.licence, e.share_text AS share FROM reading_list_entry e JOIN essay y ON y.id = e.essay_id
     WHERE e.group_id = $1::uuid`,
    [id],
  );
  return new Map(
    rows.map(({ essay, licence, share }) => [
      essay,
      openLicence(licence) !== null || (share && role !== 'stranger'),
    ]),
  );
}

/** Cards of which the viewer may not know yet what others believe. */
export async function blindCards(viewer: Viewer, group: GroupScope): Promise<Set<string>> {
  const rows = await query<{ id: string }>(
    'blind-cards',
    `SELECT c.id FROM card c WHERE c.group_id = $1::uuid
       AND NOT ${isRevealed({ free: '$3::boolean', person: '$2::uuid' })}`,
    [group.id, viewer.user?.id ?? null, !may('position.take', group)],
  );
  return new Set(rows.map(({ id }) => id));
}
