// How fast a million annotations leave, against PostgreSQL's own COPY of the same rows, and in how much memory.

import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { PreparedExport } from '@/lib/core/api/export';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { ExportFormatName } from '@/lib/core/export/export-formats';
import { config } from '@/lib/server/config';
import { closeDatabase } from '@/lib/server/data/database';
import { beginExport } from '@/lib/server/export/export-pieces';
import { copyOut } from './copy-out';
import { generatedEssay } from './generated-essay';
import { largeCorpus, size } from './large-corpus';
import { database } from './reading-club';
import { byTurns, reportOf } from './report';

const rounds = 3;
const report = reportOf('export');
const club = await largeCorpus(generatedEssay(6_000));
const [member] = club.members;
const id = member!.id;
const address = `${config().APP_URL}/api/v1/groups/${club.group}`;

/** All that an export is made of: what was marked, where, tags, threads and reactions, in no order. */
const sameRows = `
  SELECT row_to_json(o) FROM (
    SELECT a.*, t.selectors, n.start, n."end", n.state, n.method, n.confidence,
      ARRAY(SELECT y.tag_id FROM annotation_tag y WHERE y.annotation_id = a.id) AS tags,
      (SELECT json_agg(r) FROM reply r WHERE r.annotation_id = a.id) AS replies,
      (SELECT json_agg(r) FROM reaction r WHERE r.annotation_id = a.id) AS reactions
    FROM annotation a JOIN target t ON t.annotation_id = a.id
    JOIN anchor n ON n.annotation_id = a.id AND n.essay_version_id = t.essay_version_id
    WHERE a.group_id = '${club.group}') o`;
const oneTable = `SELECT row_to_json(a) FROM annotation a WHERE a.group_id = '${club.group}'`;

try {
  await background();
  await speed();
  await memory();
} finally {
  await closeDatabase();
  await database.end();
}

/** Made by the site, while no stream has made it grow yet: from asking until the file is there, and then taking it. */
async function background(): Promise<void> {
  // What is loaded for the first time is no growth.
  await prepared({ format: 'jsonl', from: '2999-01-01' });
  const before = residentBytes();
  const takings: Taking[] = [];
  const times = await byTurns(rounds, {
    same: () => copied(sameRows),
    jsonl: async () => {
      const { rate, ...taking } = await prepared({ format: 'jsonl' });
      takings.push(taking);
      return rate;
    },
  });
  const against = { name: 'COPY of the rows', figures: times.same };
  const what = 'JSON Lines in the background, a million annotations';
  report({ what, unit: '/s', ours: times.jsonl, against, goal: { least: 0.4 } });
  const ours = takings.map(({ bytesPerSecond }) => bytesPerSecond / 1e6);
  report({ what: 'Taking such a file', unit: 'MB/s', ours });
  if (before === null) return;
  const growth = [(Math.max(...takings.map(({ most }) => most)) - before) / 1e6];
  report({
    what: 'Growth of the site meanwhile',
    unit: 'MB',
    ours: growth,
    goal: { most: 150, itself: true },
  });
}

interface Taking {
  bytesPerSecond: number;
  /** Bytes that the site held at most while the file was made and taken, as far as that can be seen. */
  most: number;
}

/** Annotations a second until the file is ready; it is removed again. */
async function prepared(asking: {
  format: ExportFormatName;
  from?: string;
}): Promise<Taking & { rate: number }> {
  const { headers } = member!;
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, residentBytes() ?? 0);
  }, 100);
  const begun = performance.now();
  const body = JSON.stringify(asking);
  const asked = await answered(`${address}/exports`, { method: 'POST', headers, body });
  const own = `${address}/exports/${((await asked.json()) as PreparedExport).id}`;
  for (let state: PreparedExport['state'] = 'waiting'; state !== 'ready'; ) {
    await setTimeout(100);
    ({ state } = (await (await answered(own, { headers })).json()) as PreparedExport);
    if (state === 'failed') throw new Error('The export failed.');
  }
  const ready = performance.now();
  let bytes = 0;
  const file = await answered(`${own}/file`, { headers });
  for await (const piece of file.body!) bytes += piece.length;
  const bytesPerSecond = (bytes / (performance.now() - ready)) * 1000;
  clearInterval(watching);
  await answered(own, { method: 'DELETE', headers });
  return { rate: (size.annotations / (ready - begun)) * 1000, bytesPerSecond, most };
}

async function answered(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response;
}

/** What the process of the site holds in memory; null where no file says so. */
function residentBytes(): number | null {
  try {
    const status = readFileSync(`/proc/${process.env.CRUXBOOK_PID}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
  } catch {
    return null;
  }
}

/** Annotations a second. */
async function speed(): Promise<void> {
  const times = await byTurns(rounds, {
    same: () => copied(sameRows),
    table: () => copied(oneTable),
    jsonld: () => taken('jsonld'),
    jsonl: () => taken('jsonl'),
    csv: () => taken('csv'),
  });
  const against = { name: 'COPY of the rows', figures: times.same };
  for (const [what, ours] of [
    ['W3C JSON-LD', times.jsonld],
    ['JSON Lines', times.jsonl],
    ['CSV', times.csv],
  ] as const)
    report({ what: `${what}, a million annotations`, unit: '/s', ours, against, goal: { least: 0.6 } });
  const alone = { name: 'COPY of one table', figures: times.table };
  report({ what: 'W3C JSON-LD, a million annotations', unit: '/s', ours: times.jsonld, against: alone });
}

async function copied(select: string): Promise<number> {
  const client = await database.connect();
  try {
    await client.query('SET statement_timeout = 0; SET jit = off');
    const begun = performance.now();
    const { rows } = await copyOut(client, select);
    return (rows / (performance.now() - begun)) * 1000;
  } finally {
    client.release();
  }
}

/** From the running site, as a script takes it. */
async function taken(format: ExportFormatName): Promise<number> {
  const begun = performance.now();
  const { body } = await answered(`${address}/export?format=${format}`, {
    headers: { ...member!.headers, 'accept-encoding': 'identity' },
  });
  for await (const _ of body!);
  return (size.annotations / (performance.now() - begun)) * 1000;
}

/** How much this process grows while it does what the site does. */
async function memory(): Promise<void> {
  const viewer = { user: { id, name: '', isAdmin: false }, scope: 'write', session: null } as const;
  for (const format of ['jsonld', 'jsonl', 'csv'] as const) {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    const { pieces } = await beginExport(viewer, club.group, { ...ExportChoice.parse({}), format });
    for await (const _ of pieces) most = Math.max(most, process.memoryUsage().rss);
    const ours = [(most - before) / 1e6];
    report({
      what: `Growth while a million leave as ${format}`,
      unit: 'MB',
      ours,
      goal: { most: 150, itself: true },
    });
  }
}
