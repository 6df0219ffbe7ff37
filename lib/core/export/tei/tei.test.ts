import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusDocument, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { id } from '@/lib/core/corpus/corpus-names.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { tei } from './tei';
import { tagId } from './tei-header';

/** Throws where a file is not well-formed. */
const xml = (file: string | undefined) =>
  new JSDOM(file ?? '', { contentType: 'application/xml' }).window.document;

const files = writtenFiles(tei);
const bet = xml(files.get('bet-v1.xml'));
const index = xml(files.get('index.xml'));
const [source] = corpusRecords.filter((record): record is CorpusDocument => record.kind === 'document');
const marked = corpusRecords.filter(
  (record): record is CorpusAnnotation => record.kind === 'annotation' && record.id !== id('a9'),
);
const annotations = [...bet.querySelectorAll('annotation')];
const annotation = (name: string) =>
  bet.getElementById(`a-${id(name)}`) ??
  annotations.find((one) => one.getAttribute('xml:id') === `a-${id(name)}`)!;
const ids = (document: Document) =>
  [...document.querySelectorAll('*')].flatMap((one) => one.getAttribute('xml:id') ?? []);

/** The words that a pointer of the scheme string-range means. */
function pointed(document: Document, element: Element): string {
  const [, base, start, length] =
    /^#string-range\((.+),(\d+),(\d+)\)$/.exec(element.getAttribute('target') ?? '') ?? [];
  const within = [...document.querySelectorAll('*')].find((one) => one.getAttribute('xml:id') === base);
  return [...(within?.textContent ?? '')].slice(Number(start), Number(start) + Number(length)).join('');
}

describe('TEI', () => {
  test('is a file for each text that may be passed on, and one that lists them', () => {
    expect([...files.keys()]).toEqual(['bet-v1.xml', 'index.xml']);
    expect(index.querySelector('list[type=texts] ref')?.getAttribute('target')).toBe('bet-v1.xml');
  });

  test('has the text as its body, and the words of every passage at their code points', () => {
    expect(bet.querySelector('body')?.textContent).toBe(source?.text);
    expect(annotations.map((one) => pointed(bet, one))).toEqual([
      ...marked.map(({ quote }) => quote),
      'we will lose control',
    ]);
  });

  test('gives every id once, and points to nothing that is not there', () => {
    const known = new Set(ids(bet).map((one) => `#${one}`));
    expect(known.size).toBe(ids(bet).length);
    const cards = new Set(ids(index).map((one) => `index.xml#${one}`));
    const pointers = [...bet.querySelectorAll('standOff [target], standOff [ref], standOff [resp]')]
      .flatMap((one) => ['target', 'ref', 'resp'].flatMap((name) => one.getAttribute(name) ?? []))
      .filter((target) => !target.startsWith('#string-range'));
    expect(pointers.filter((target) => !known.has(target) && !cards.has(target))).toEqual([]);
    expect(pointers.filter((target) => cards.has(target))).toHaveLength(4);
  });

  test('keeps tags, comments, roles of cards and threads', () => {
    const said = (name: string, what: string) =>
      [...annotation(name).querySelectorAll(what)].map(({ textContent }) => textContent);
    expect(said('a4', 'note')).toEqual(['Goodhart,\n"metrics" eat\tthe goal']);
    expect(said('a2', 'note[type=reply]').map((words) => words?.slice(0, 4))).toEqual([
      'Mine',
      '=SUM',
      '',
      '-1, ',
    ]);
    const [, , , last] = annotation('a2').querySelectorAll('note[type=reply]');
    expect(last?.getAttribute('target')).toBe(`#r-${id('r3')}`);
    expect(
      [...annotation('a5').querySelectorAll('ptr[type=tag]')].map((ptr) => ptr.getAttribute('target')),
    ).toEqual(['#tag-claim', '#tag-crux']);
    expect(annotation('a4').querySelector('ptr[type=card]')?.getAttribute('subtype')).toBe('opposes');
    expect(annotation('a8').getAttribute('motivation')).toBe('commenting');
  });

  test('says where the text comes from and who may pass it on', () => {
    const said = (what: string) => [...bet.querySelectorAll(what)].map(({ textContent }) => textContent);
    expect(said('titleStmt > author')).toEqual(['R. Müller', 'S. <Ito>']);
    expect(bet.querySelector('licence')?.getAttribute('target')).toBe(
      'https://creativecommons.org/licenses/by/4.0/',
    );
    expect(said('sourceDesc ref')).toEqual(['https://example.org/bet?a=1&b=2']);
    expect(said('category')).toContain('Crux: What would change minds.');
  });

  test('holds no character that XML forbids, and every offset stays', () => {
    const odd = corpusRecords.map((record): CorpusRecord => {
      if (record.kind === 'annotation') return { ...record, comment: '\u0000\ud800\r\n' };
      return record.kind === 'document' && record.text
        ? { ...record, text: record.text.replace('T', '\ufffe') }
        : record;
    });
    const read = xml(writtenFiles(tei, odd).get('bet-v1.xml'));
    expect(read.querySelector('body')?.textContent).toBe(source?.text?.replace('T', '\ufffd'));
    expect(read.querySelector('note')?.textContent).toBe('\ufffd\ufffd\r\n');
  });

  test('would not be read with a bare sign in it', () => {
    expect(() => xml(files.get('bet-v1.xml')?.replace('&lt;', '<'))).toThrow();
  });

  test('writes no empty list where nothing is marked', () => {
    const bare = xml(
      writtenFiles(
        tei,
        corpusRecords.filter(({ kind }) => kind === 'document'),
      ).get('bet-v1.xml'),
    );
    expect(bare.querySelector('standOff')).toBeNull();
    expect(xml(writtenFiles(tei, []).get('index.xml')).querySelector('list')).toBeNull();
  });
});

test.each([
  ['failure-mode', 'tag-failure-mode'],
  ['关键', 'tag-关键'],
  ['no-❶', 'tag-no-_10102'],
])('the tag %s is %s in XML', (slug, name) => expect(tagId(slug)).toBe(name));
