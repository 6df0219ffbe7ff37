import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Something said of a stretch of a text: by whose id, as what, and the words that stand there. */
export interface Said {
  id: string;
  /** Null: without a tag. */
  tags: (string | null)[];
  words: string;
}

/** What a file with one text and marks beside it holds. */
export interface ReadText {
  text: string;
  said: Said[];
  replies: number;
  cards: number;
}

type Parse = (file: string) => Document;

/** Packages of a checker, by other hands than ours, from its folder. */
export function xmlParser(home: string): Parse {
  const { DOMParser } = createRequire(path.join(home, 'package.json'))('@xmldom/xmldom') as {
    DOMParser: typeof globalThis.DOMParser;
  };
  return (file) => new DOMParser().parseFromString(file, 'text/xml');
}

const named = (file: Document, name: string) => Array.from(file.getElementsByTagName(name));

/** UIMA CAS XMI: offsets in UTF-16 code units. Throws where something is in no index, or in one and not there. */
export function readXmi(parse: Parse, file: string): ReadText {
  const cas = parse(file);
  const [sofa] = named(cas, 'cas:Sofa');
  const text = sofa?.getAttribute('sofaString') ?? '';
  const of = (type: string) => named(cas, `type:${type}`);
  const all = named(cas, '*').filter((element) => element.hasAttribute('begin'));
  const members = named(cas, 'cas:View')[0]?.getAttribute('members');
  const indexed = all.map((element) => element.getAttribute('xmi:id')).join(' ');
  if (indexed !== members) throw new Error(`The view has ${members}, the file ${indexed}.`);
  const said = new Map<string, Said>();
  for (const mark of of('Mark')) {
    const id = mark.getAttribute('identifier') ?? '';
    const words = text.slice(Number(mark.getAttribute('begin')), Number(mark.getAttribute('end')));
    const tags = [...(said.get(id)?.tags ?? []), mark.getAttribute('label') || null];
    said.set(id, { id, tags, words });
  }
  return { text, said: [...said.values()], replies: of('Reply').length, cards: of('CardLink').length };
}

/** TEI stand-off: offsets in code points. Throws where something points to what is not there. */
export function readTei(parse: Parse, file: string): ReadText {
  const tei = parse(file);
  const text = named(tei, 'body')[0]?.textContent ?? '';
  const points = [...text];
  const ids = new Set(named(tei, '*').map((element) => element.getAttribute('xml:id')));
  for (const element of named(tei, '*'))
    for (const at of [element.getAttribute('target'), element.getAttribute('ref')])
      if (at && /^#(?!string-range)/.test(at) && !ids.has(at.slice(1))) throw new Error(`There is no ${at}.`);
  const said = named(tei, 'annotation').map((annotation): Said => {
    const range = /^#string-range\(body,(\d+),(\d+)\)$/.exec(annotation.getAttribute('target') ?? '');
    const [start, length] = [Number(range?.[1]), Number(range?.[2])];
    const tags = Array.from(annotation.getElementsByTagName('ptr'))
      .filter((to) => to.getAttribute('type') === 'tag')
      .map((to) => to.getAttribute('target')!.replace(/^.*#tag-/, ''));
    return {
      id: annotation.getAttribute('xml:id')!.slice('a-'.length),
      tags: tags.length > 0 ? tags : [null],
      words: points.slice(start, start + length).join(''),
    };
  });
  const pointing = (name: string, type: string) =>
    named(tei, name).filter((element) => element.getAttribute('type') === type).length;
  return { text, said, replies: pointing('note', 'reply'), cards: pointing('ptr', 'card') };
}

/** Asks DuckDB about Parquet files, which are tables by their names. */
export async function parquetTables(home: string, folder: string, files: ReadonlyMap<string, Buffer>) {
  const { DuckDBInstance } = createRequire(path.join(home, 'package.json'))('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [name, bytes] of files) {
    writeFileSync(path.join(folder, name), bytes);
    await connection.run(
      `CREATE VIEW ${name.replace('.parquet', '')} AS SELECT * FROM '${path.join(folder, name)}'`,
    );
  }
  return {
    /** The one number that a statement gives. */
    number: async (sql: string): Promise<number> => {
      const [row] = await (await connection.run(sql)).getRows();
      return Number(row[0]);
    },
    close: () => connection.closeSync(),
  };
}
