import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExportFormatName } from '@/lib/core/export/export-formats';
import { outsideChecker } from '@/lib/core/export/outside-checker.fixture';
import { checkedKinds, countsIn } from './checked-kinds';
import { corpusMissing } from './corpus-discussion';
import { test } from './corpus-group';
import { expect, writePerson, writeToken } from './fixtures';
import { checkedContainer, targetIn } from './protocol-checker';
import { parquetTables, type ReadText, readTei, readXmi, xmlParser } from './read-again';
import { type Corpus, type DocumentLine, markedIn, marksOf, sumOf } from './taken-exports';

const formats = outsideChecker('formats');
const annotations = outsideChecker('web-annotation');
const missing = formats.missing ?? annotations.missing ?? corpusMissing;

test.skip(missing !== null, `what outside checkers say of real exports: ${missing}`);
test.setTimeout(300_000);

/** The files of a format of every group, each group in a folder. */
async function filesOf(corpora: readonly Corpus[], format: ExportFormatName): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const corpus of corpora)
    for (const [name, bytes] of await corpus.files(format)) files.set(`${corpus.slug}/${name}`, bytes);
  return files;
}

/** Runs something with a folder that is there meanwhile. */
async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-exported-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isThere = (program: string) => !spawnSync(program, ['--version']).error;

test('JSON Lines have all that was made, and count it', ({ corpora, corpusGroup }) => {
  expect(corpora[0]?.head.counts).toEqual(corpusGroup.made);
  for (const { head, documents } of corpora) {
    const afterEmoji = documents.flatMap(({ spans }) =>
      spans.filter(({ start, start_utf16 }) => start !== start_utf16),
    );
    expect(afterEmoji).not.toEqual([]);
    expect(documents.map(({ withheld }) => withheld)).toEqual(documents.map(() => null));
    expect(head.counts).toMatchObject({
      documents: documents.length,
      annotations: sumOf(documents, ({ spans }) => spans.length),
      replies: sumOf(documents, ({ replies }) => replies.length),
      checks: sumOf(documents, ({ checks }) => checks.length),
      cards: head.cards.length,
      relations: head.relations.length + head.undercuts.length,
      positions: head.positions.length,
      beliefs: head.beliefs.length,
    });
  }
});

for (const { kind, format, files, counts, says, program, more = [] } of checkedKinds)
  test(`validate.mjs ${kind} finds nothing wrong, and counts what is there`, async ({ corpora }) => {
    test.skip(
      program !== undefined && !isThere(program),
      `${kind} of real exports: ${program} is not installed`,
    );
    for (const other of more.filter((one) => !isThere(one)))
      test.info().annotations.push({
        type: 'left out',
        description: `${kind} of real exports, as ${other} reads it: it is not installed`,
      });
    const { passed, output } = formats.check(['validate.mjs', kind], await filesOf(corpora, format), files);
    expect(output.split('\n').filter((line) => line.startsWith('ERROR'))).toEqual([]);
    for (const corpus of corpora) {
      const expected = counts(corpus);
      expect(countsIn(output, corpus.slug, Object.keys(expected))).toEqual(expected);
    }
    if (says) expect(output).toContain(says);
    expect(passed).toBe(true);
  });

test('wa-check.mjs finds every MUST of the W3C kept by each item, and no key that JSON-LD would lose', async ({
  corpora,
}) => {
  const { output } = annotations.check(['wa-check.mjs', '--quiet'], await filesOf(corpora, 'jsonld'));
  const items = sumOf(
    corpora.flatMap(({ head }) => Object.entries(head.counts)),
    ([what, count]) => (what === 'checks' ? 0 : count),
  );
  // Each file is a collection with one page.
  expect(output).toBe(`${items + 2 * corpora.length} passed, 0 failed\n`);
});

for (const [name, format, extension, read] of [
  ['UIMA CAS XMI', 'cas-xmi', 'xmi', readXmi],
  ['TEI', 'tei', 'xml', readTei],
] as const)
  test(`${name} has every mark where its words stand, as another parser of XML reads it`, async ({
    corpora,
  }) => {
    const parse = xmlParser(formats.home);
    for (const { documents, files } of corpora) {
      const written = await files(format);
      expect(written.size).toBe(documents.length + 1);
      for (const document of documents) {
        const file = written.get(`${document.slug}-v${document.version}.${extension}`);
        expect(read(parse, `${file}`)).toEqual(textOf(document));
      }
    }
  });

const textOf = (document: DocumentLine): ReadText => ({
  text: document.text,
  said: marksOf(document).map(({ id, tags, quote }) => ({
    id,
    tags: tags.length > 0 ? tags : [null],
    words: quote,
  })),
  replies: document.replies.length,
  cards: sumOf(document.spans, ({ cards }) => cards.length),
});

test('Parquet tables have as many rows, and every passage where its words stand, as DuckDB reads them', async ({
  corpora,
}) => {
  for (const { head, documents, files } of corpora)
    await inFolder(async (folder) => {
      const tables = await parquetTables(formats.home, folder, await files('parquet'));
      const {
        annotations,
        adjudicated = 0,
        adjudications = 0,
        replies,
        beliefs: _,
        checks: __,
        ...rest
      } = head.counts;
      const expected = { ...rest, annotations, adjudicated, adjudications, replies };
      for (const [table, rows] of Object.entries(expected))
        expect([table, await tables.number(`SELECT count(*) FROM ${table}`)]).toEqual([table, rows]);
      for (const [table, rows] of Object.entries({ annotations, adjudicated }))
        expect(
          await tables.number(
            `SELECT count(*) FROM ${table} a JOIN documents d ON d.id = a.document
             WHERE substring(d.text, a."start" + 1, a."end" - a."start") = a.quote`,
          ),
        ).toBe(rows);
      expect(
        await tables.number('SELECT count(*) FROM replies r JOIN annotations a ON a.id = r.annotation'),
      ).toBe(replies);
      expect(await tables.number('SELECT sum(len(tags)) FROM annotations')).toBe(
        sumOf(
          documents.flatMap(({ spans }) => spans),
          ({ tags }) => tags.length,
        ),
      );
      tables.close();
    });
});

test('the HTML page shows every highlight and thread offline, asks for nothing and runs nothing', async ({
  corpora,
  openBrowser,
}) => {
  const context = await openBrowser({ javaScriptEnabled: false, offline: true });
  for (const { head, documents, files } of corpora)
    await inFolder(async (folder) => {
      const file = path.join(folder, 'page.html');
      for (const bytes of (await files('html')).values()) writeFileSync(file, bytes);
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      const texts = page.locator('article');
      await expect(texts).toHaveCount(documents.length);
      await expect(page.locator('#cards > .note')).toHaveCount(head.cards.length);
      for (const [i, document] of documents.entries()) {
        const text = texts.nth(i);
        await expect(text.locator('.notes > .note')).toHaveCount(document.spans.length);
        await expect(text.locator('[id^="reply-"]')).toHaveCount(document.replies.length);
        const links = await text
          .locator('.ref')
          .evaluateAll((refs) => refs.map((ref) => ref.getAttribute('href')));
        expect(links.sort()).toEqual(document.spans.map(({ id }) => `#a-${id}`).sort());
        const drawn = await text.locator('mark.hl').evaluateAll((marks) =>
          marks.map((mark) => {
            for (const ref of mark.querySelectorAll('.ref')) ref.remove();
            return mark.textContent;
          }),
        );
        expect(drawn.join('').replaceAll('\n', '')).toBe(markedIn(document).replaceAll('\n', ''));
      }
      expect(asked).toEqual([pathToFileURL(file).href]);
      await page.close();
    });
});

test('every file of a bundle is in its manifest, with its length and hash, and is what the format gives alone', async ({
  corpora,
}) => {
  for (const { files } of corpora) {
    const bundle = await files('bundle');
    const { files: listed } = JSON.parse(`${bundle.get('manifest.json')}`) as {
      files: { path: string; bytes: number; sha256: string }[];
    };
    const found = [...bundle].filter(([path]) => path !== 'manifest.json');
    const facts = found.map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
    const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
    expect(facts.sort(byPath)).toEqual(
      listed.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })).sort(byPath),
    );
    for (const format of ['jsonl', 'jsonld', 'csv', 'parquet', 'html', 'argdown'] as const)
      for (const [name, bytes] of await files(format))
        expect([name, bundle.get(`${format}/${name}`)?.equals(bytes)]).toEqual([name, true]);
  }
});

test('wa-protocol-check.mjs finds every MUST of the protocol kept by both groups', async ({
  corpusGroup,
  database,
  baseURL,
}) => {
  const visitor = await writePerson(database, 'Vi');
  await database.query(
    `INSERT INTO membership (group_id, user_id, role) SELECT id, $1, 'member' FROM "group" WHERE slug = 'sample'`,
    [visitor.id],
  );
  const token = await writeToken(database, visitor.id);
  for (const { slug, token: own } of [corpusGroup, { slug: 'sample', token }]) {
    const target = await targetIn(database, slug, baseURL!);
    const found = await checkedContainer(annotations, `${baseURL}/wa/${slug}/`, { token: own, target });
    expect(found.protocol.output).toContain('MUST: 58/58');
    expect(found.annotations.output).toMatch(/^\d{3,} passed, 0 failed\n$/);
  }
});
