// How fast a million annotations leave, against PostgreSQL's own COPY of the same rows, and in how much memory.

import { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { ExportFormatName } from '@/lib/core/export/export-formats';
import { config } from '@/lib/server/config';
import { closeDatabase } from '@/lib/server/data/database';
import { beginExport } from '@/lib/server/export/export-pieces';
import { copyOut } from './copy-out';
import { generatedEssay } from './generated-essay';
import { largeCorpus } from './large-corpus';
import { database } from './reading-club';
import { byTurns, reportOf } from './report';

const rounds = 3;
const report = reportOf('export');
const club = await largeCorpus(generatedEssay(6_000));
const [member] = club.members;
const id = member!.id;

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
  await speed();
  await memory();
} finally {
  await closeDatabase();
  await database.end();
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
  const response = await fetch(`${config().APP_URL}/api/v1/groups/${club.group}/export?format=${format}`, {
    headers: { ...member!.headers, 'accept-encoding': 'identity' },
  });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  for await (const _ of response.body);
  return (1_000_000 / (performance.now() - begun)) * 1000;
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
