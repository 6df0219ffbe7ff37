import 'server-only';
import { EssayDraft } from '@/lib/core/api/essays';
import { slugOf } from '@/lib/core/api/slug';
import { type CountedText, countedText } from '@/lib/core/corpus/corpus-range';
import { comparableTitles } from '@/lib/core/corpus-import/comparable-title';
import { comparableUrl } from '@/lib/core/corpus-import/comparable-url';
import { wordCount } from '@/lib/core/essay/reading-time';
import { config } from '@/lib/server/config';
import { db, query, transaction } from '@/lib/server/data/database';
import { allowIndexing, appendToList } from '@/lib/server/data/essay-imports';
import { lockedGroupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import type { FoundText } from '@/lib/server/importing/found-corpus';
import { unpacked } from '@/lib/server/importing/packed';
import type { Prisma } from '@/prisma/generated/client';
import type { Importing } from './importing';
import { settledIds } from './settled-ids';

/** Where annotations of a document of the file go. */
export interface PlannedText {
  /** Ids of the essay, and of the row of its version. */
  essay: string;
  version: string;
  /** Null for an essay that is still to be added. */
  slug: string | null;
  title: string;
  /** BCP 47. */
  language: string;
  /** Of a text that is to be added; the group's own is looked up. */
  document: FoundText | null;
}

/** By the ids of documents in the file; absent: the group has no such text, and the file neither. */
export type PlannedTexts = Map<string, PlannedText>;

interface Listed {
  essay: string;
  slug: string;
  title: string;
  language: string;
  url: string | null;
  /** Paths on this site: the page it is read on, where the newest text stands, and this text. */
  page: string;
  path: string;
  version: string;
  sha256: string;
}

const listed = `
  SELECT e.id AS essay, r.slug, e.title, e.language, e.source_url AS url, v.id AS version, v.sha256,
    '/g/' || g.slug || '/' || r.slug AS page, '/api/v1/essays/' || e.id || '/versions/' || v.number AS path
  FROM reading_list_entry r JOIN "group" g ON g.id = r.group_id JOIN essay e ON e.id = r.essay_id JOIN essay_version v ON v.essay_id = e.id
  WHERE r.group_id = $1::uuid ORDER BY r.position, v.number`;

/** A text is the group's when its words are the same; one that a file only names, by its address or title. */
export async function planTexts(importing: Importing): Promise<PlannedTexts> {
  const { group, corpus, created, matched } = importing;
  const documents = corpus.texts;
  const rows = await query<Listed>('listed-texts', listed, [group]);
  const find = finderAmong(rows, corpus.head.renditions === true);
  const fresh = documents.filter((document) => !find(document) && document.words !== null);
  const essays = await settledIds(importing, 'essay', [...new Set(fresh.map(({ essay }) => essay))]);
  const versions = await settledIds(
    importing,
    'version',
    documents.map(({ id }) => id),
  );
  const planned: PlannedTexts = new Map();
  for (const document of documents) {
    const known = find(document);
    if (known) {
      const { essay, version, slug, title, language } = known;
      planned.set(document.id, { essay, version, slug, title, language, document: null });
      matched.texts++;
    } else if (document.words !== null) {
      const essay = essays.get(document.essay)!;
      const version = versions.get(document.id)!.id;
      planned.set(document.id, {
        // An essay that has other words now does not get these as well: they come as one of their own.
        essay: essay.isThere || rows.some((row) => row.essay === essay.id) ? version : essay.id,
        version,
        slug: null,
        title: titleOf(document),
        language: languageOf(document),
        document,
      });
      created.texts++;
    }
  }
  return planned;
}

function finderAmong(rows: readonly Listed[], isRendition: boolean) {
  const bySha = new Map(rows.map((row) => [row.sha256, row]));
  const here = (path: string) => comparableUrl(config().APP_URL + path);
  const byUrl = named(rows, ({ url, page, path }) => [comparableUrl(url), here(page), here(path)]);
  const byTitle = named(rows, ({ title }) => comparableTitles(title).slice(0, 1));
  const byName = ({ url, title }: FoundText): Listed | undefined =>
    byUrl.get(comparableUrl(url)) ?? comparableTitles(title).flatMap((one) => byTitle.get(one) ?? [])[0];
  return (document: FoundText): Listed | undefined => {
    if (document.sha256 === '') return byName(document);
    return bySha.get(document.sha256) ?? (isRendition ? byName(document) : undefined);
  };
}

/** The newest text of each essay by its name; what two essays share names neither. */
function named(rows: readonly Listed[], namesOf: (row: Listed) => string[]): Map<string, Listed> {
  const byName = new Map<string, Listed>();
  const shared = new Set(['']);
  for (const row of rows)
    for (const name of namesOf(row)) {
      if ((byName.get(name)?.essay ?? row.essay) !== row.essay) shared.add(name);
      byName.set(name, row);
    }
  for (const name of shared) byName.delete(name);
  return byName;
}

const { title, authors, sourceUrl, licence, language } = EssayDraft.shape;

const titleOf = (document: FoundText) => title.safeParse(document.title).data ?? document.opening;

const languageOf = (document: FoundText) => language.safeParse(document.language).data ?? 'en';

/** Puts each new essay last on the list, with all its versions at once. */
export async function writeTexts(viewer: Viewer, { group }: Importing, texts: PlannedTexts): Promise<void> {
  const essays = new Map<string, PlannedText[]>();
  for (const text of texts.values())
    if (text.document) essays.set(text.essay, [...(essays.get(text.essay) ?? []), text]);
  for (const [id, versions] of essays)
    await transaction(async () => {
      const scope = await lockedGroupFor(viewer, group, 'corpus.import');
      const newest = versions.at(-1)!.document!;
      const { count } = await db().essay.createMany({
        data: { id, ...descriptionOf(newest) },
        skipDuplicates: true,
      });
      if (count === 0) return;
      await allowIndexing();
      // The newest first: only that one is indexed then, which may take seconds.
      for (const version of newestFirst(versions))
        await db().essayVersion.createMany({ data: await versionRow(version, userIdOf(viewer)) });
      await appendToList(scope.id, { essayId: id, slug: slugOf(newest.slug, 'essay'), dueAt: null });
    });
}

const descriptionOf = (document: FoundText) => ({
  title: titleOf(document),
  authors: authors.safeParse(document.authors).data ?? [],
  sourceUrl: sourceUrl.safeParse(document.url).data ?? null,
  licence: licence.safeParse(document.licence).data ?? null,
  language: languageOf(document),
});

/** Numbers stay where they rise, as they do in a file of ours. */
const newestFirst = (versions: readonly PlannedText[]) =>
  versions
    .map((version, i) => ({ ...version, number: Math.max(version.document!.number, i + 1) }))
    .sort((a, b) => b.number - a.number);

async function versionRow(
  { essay, version, number, document }: PlannedText & { number: number },
  by: string,
): Promise<Prisma.EssayVersionCreateManyInput> {
  const { words, sha256, created } = document!;
  const { text, structure } = await unpacked(words!);
  return {
    id: version,
    essayId: essay,
    number,
    text,
    sha256,
    document: structure as object,
    words: wordCount(text),
    source: Buffer.from(text),
    importer: 'corpus',
    createdById: by,
    createdAt: created,
  };
}

/** The words that annotations are placed in. */
export async function textOf({ document, version }: PlannedText): Promise<CountedText> {
  if (document?.words) return countedText((await unpacked(document.words)).text);
  const [row] = await query<{ text: string }>(
    'text-of-version',
    'SELECT text FROM essay_version WHERE id = $1::uuid',
    [version],
  );
  return countedText(row!.text);
}

/** The words of the text that is asked for. The last stays at hand: what stands in one text comes together. */
export function textAtHand(): (place: PlannedText) => Promise<CountedText> {
  let last: { version: string; text: CountedText } | null = null;
  return async (place) => {
    if (last?.version !== place.version) last = { version: place.version, text: await textOf(place) };
    return last.text;
  };
}
