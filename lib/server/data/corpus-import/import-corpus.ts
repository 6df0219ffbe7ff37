import 'server-only';
import { conflict, Problem } from '@/lib/core/api/problem';
import type { CorpusSourceName } from '@/lib/core/corpus-import/corpus-source-names';
import type { ImportReport } from '@/lib/core/corpus-import/import-report';
import { query, transaction } from '@/lib/server/data/database';
import { isUnavailable } from '@/lib/server/data/database-errors';
import { cardsChannel, essayChannel, groupChannel, resync } from '@/lib/server/data/events';
import { groupFor } from '@/lib/server/data/group-scope';
import { oneAtATime } from '@/lib/server/data/one-at-a-time';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { readCorpusFile } from '@/lib/server/importing/read-corpus-file';
import { type PlannedThreads, planThreads, writeThreads } from './annotations';
import { planChecks, writeChecks } from './checks';
import { planDecisions, writeDecisions } from './decisions';
import { type Importing, importingOf, namedIn, newPeople, writePeople } from './importing';
import { planCards } from './plan-cards';
import { keepUsedTags, planTags } from './tags';
import { type PlannedTexts, planTexts, writeTexts } from './texts';
import { writeCards } from './write-cards';

interface Asked {
  format: CorpusSourceName;
  /**
   * Asked for when nothing else of theirs is read, so that nobody fills the memory. In UTF-8, and in memory of its own, which
   * the thread that reads it is given: it is empty afterwards.
   */
  content: () => Promise<Uint8Array<ArrayBuffer>>;
  /** Only say what would happen. */
  dryRun: boolean;
}

/**
 * Brings an annotated corpus into a group. Everything is laid beside what is there before anything is written; a dry run
 * ends then. What there is much of waits packed, and is unpacked part by part. One file of a person is read at a time, and
 * one comes into a group. It is written in parts, each whole: the same file again makes what is missing, and nothing twice.
 * Nobody is told of what others wrote elsewhere; who looks at the group sees it at once.
 */
export async function importCorpus(viewer: Viewer, group: string, asked: Asked): Promise<ImportReport> {
  const { id } = await groupFor(viewer, group, 'corpus.import');
  const mine = { [`import by ${userIdOf(viewer)}`]: running('You are importing a file already.') };
  const into = { [`import into ${id}`]: running('An import into this group is running.') };
  return oneAtATime(mine, async () => {
    const file = { ...asked, content: await asked.content() };
    // Who is long in sending a file keeps nobody else from the group.
    return asked.dryRun ? bring(viewer, id, file) : oneAtATime(into, () => bring(viewer, id, file));
  });
}

const running = (what: string) =>
  conflict('import-running', `${what} Nothing was imported; try again when it has come.`);

type Arrived = Omit<Asked, 'content'> & { content: Uint8Array<ArrayBuffer> };

async function bring(viewer: Viewer, id: string, { dryRun, ...file }: Arrived): Promise<ImportReport> {
  const corpus = await readCorpusFile({ ...file, group: id });
  const importing = await importingOf(viewer, id, corpus);
  const plan = await planAll(importing);
  if (!dryRun)
    await writeAll(viewer, importing, plan).catch((error) => {
      throw isUnavailable(error)
        ? new Problem(503, 'import-unfinished', unfinished, { retryAfter: 60 })
        : error;
    });
  return reportOf(importing, { dryRun, ...plan });
}

const unfinished =
  'The database had no time for all of it. What came so far stays: import the same file again, and the rest comes.';

type Plan = Awaited<ReturnType<typeof planAll>>;

async function planAll(importing: Importing) {
  const tags = await planTags(importing);
  const texts = await planTexts(importing);
  const places = { texts, tags: tags.known };
  const threads = await planThreads(importing, places);
  const cards = await planCards(importing, threads);
  const decisions = await planDecisions(importing, { ...places, subjects: threads.subjects });
  const checks = await planChecks(importing, places);
  const rows = [...Object.values(cards).flat(), ...decisions, ...checks];
  const people = await newPeople(importing, new Set([...threads.named, ...namedIn(rows)]));
  keepUsedTags(importing, tags, { threads, decisions, checks });
  return { tags, texts, threads, cards, decisions, checks, people };
}

async function writeAll(viewer: Viewer, importing: Importing, plan: Plan): Promise<void> {
  const { group } = importing;
  await transaction(async (tx) => {
    await groupFor(viewer, group, 'corpus.import');
    await writePeople(importing, plan.people);
    await tx.tag.createMany({ data: plan.tags.rows, skipDuplicates: true });
  });
  await writeTexts(viewer, importing, plan.texts);
  await writeThreads(plan.threads.rows);
  await writeCards(viewer, group, plan.cards);
  await writeDecisions(viewer, group, plan.decisions);
  await writeChecks(plan.checks);
  await showAll(importing, plan.texts);
}

/** Whoever follows the group fetches afresh: one frame each, not one for every annotation. */
async function showAll({ group }: Importing, texts: PlannedTexts): Promise<void> {
  const essays = new Set([...texts.values()].map(({ essay }) => essay));
  const channels = [
    groupChannel(group),
    cardsChannel(group),
    ...[...essays].map((one) => essayChannel(group, one)),
  ];
  // In one order everywhere, so that two who lock them at once never wait for each other.
  await transaction(async () => {
    for (const channel of channels.sort()) await resync(channel, group);
  });
}

interface Planned {
  dryRun: boolean;
  texts: PlannedTexts;
  threads: PlannedThreads;
}

async function reportOf(
  { group, created, matched, alike, orphaned, bad }: Importing,
  { dryRun, texts, threads }: Planned,
): Promise<ImportReport> {
  const rows = await query<{ essay: string; slug: string }>(
    'slugs-of-essays',
    'SELECT essay_id AS essay, slug FROM reading_list_entry WHERE group_id = $1::uuid',
    [group],
  );
  const slugs = new Map(rows.map(({ essay, slug }) => [essay, slug]));
  return {
    dryRun,
    created,
    matched,
    alike,
    orphaned,
    bad,
    essays: [...texts].map(([id, { essay, title, document }]) => ({
      slug: slugs.get(essay) ?? null,
      title,
      isNew: document !== null,
      annotations: threads.placed.get(id) ?? 0,
    })),
  };
}
