import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { type ExportFormatName, exportFormats } from '@/lib/core/export/export-formats';
import { setConsent } from '@/lib/server/data/export/consent';
import { releasingGroup } from '@/lib/server/data/releases/releasing-group.fixture';
import { beginReleaseExport } from './export-pieces';
import { releaseResponse } from './release-response';
import { beginRunning } from './running-exports';

let club: Awaited<ReturnType<typeof releasingGroup>>;
let release: string;
beforeEach(async () => {
  club = await releasingGroup();
  await club.annotation('By Ann 🫙.');
  await club.annotation('By Ben.', club.ben);
  release = await club.freeze();
});

async function taken(format: ExportFormatName, headers = {}, annotations?: number) {
  const { ann, group } = club;
  const running = await beginReleaseExport(ann, { group, release }, { format, named: false });
  if (annotations) running.annotations = annotations;
  const lease = beginRunning(`${group} ${format}`);
  const response = await releaseResponse(running, lease, { headers: new Headers(headers) });
  const bytes = Buffer.from(await response.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest();
  // Whoever runs one cannot begin another: the lease was given back.
  beginRunning(`${group} ${format}`).end();
  return {
    response,
    sha256,
    digest: response.headers.get('repr-digest'),
    etag: response.headers.get('etag'),
  };
}

/** A file, a ZIP of files that come in turn, and one of files that wait for each other. */
test.each(['jsonl', 'brat', 'parquet'] as const)('a release as %s says its SHA-256 first', async (format) => {
  expect(exportFormats[format].files).toBe({ jsonl: 'one', brat: 'in turn', parquet: 'together' }[format]);
  const { response, sha256, digest, etag } = await taken(format);
  expect(digest).toBe(`sha-256=:${sha256.toString('base64')}:`);
  expect(etag).toBe(`"${sha256.toString('hex')}"`);
  expect(response.headers.get('cache-control')).toContain('no-transform');
});

test('who has the file already is sent nothing, until something of it does not come any more', async () => {
  const { etag } = await taken('jsonl');
  expect((await taken('jsonl', { 'if-none-match': etag })).response.status).toBe(304);
  await setConsent(club.ben, club.group, 'left-out');
  const later = await taken('jsonl', { 'if-none-match': etag });
  expect([later.response.status, later.etag === etag]).toEqual([200, false]);
});

test('a release of more than 10,000 annotations is sent at once, without its hash', async () => {
  expect((await taken('jsonl', {}, 10_000)).digest).not.toBeNull();
  const { response, digest } = await taken('jsonl', {}, 10_001);
  expect([response.status, digest]).toEqual([200, null]);
});

test('what is read for a file decides whether it is hashed first, also where the format has no place for it', async () => {
  const { ann, group } = club;
  const running = await beginReleaseExport(ann, { group, release }, { format: 'aif', named: false });
  expect([running.head.counts.annotations, running.annotations]).toEqual([0, 2]);
  await running.pieces.return(undefined);
});
