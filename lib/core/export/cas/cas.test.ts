import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { CorpusDocument, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { casJson } from './cas-json';
import { casXmi } from './cas-xmi';

interface Read {
  text: string;
  /** Type, and features with begin and end among them, as strings. */
  structures: { type: string; [feature: string]: string }[];
  members: string[];
}

/** Throws where the file is not well-formed. */
const xml = (file: string) =>
  new JSDOM(file, { contentType: 'application/xml' }).window.document.documentElement;

function readXmi(file: string): Read {
  const elements = [...xml(file).children];
  const attributes = (element: Element) =>
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  const named = (name: string) => attributes(elements.find(({ tagName }) => tagName === name)!);
  return {
    text: named('cas:Sofa').sofaString ?? '',
    structures: elements
      .filter(({ tagName }) => !tagName.startsWith('cas:'))
      .map((element) => {
        const { 'xmi:id': id = '', sofa: _, ...features } = attributes(element);
        const space = element.namespaceURI?.replace(/^http:\/{3}(.*)\.ecore$/, '$1').replace('/', '.');
        return { id, type: `${space}.${element.localName}`, ...features };
      }),
    members: (named('cas:View').members ?? '').split(' '),
  };
}

function readJson(file: string): Read {
  const { '%FEATURE_STRUCTURES': all, '%VIEWS': views } = JSON.parse(file) as {
    '%FEATURE_STRUCTURES': Record<string, string | number>[];
    '%VIEWS': { _InitialView: { '%MEMBERS': number[] } };
  };
  const [sofa, ...rest] = all;
  const strings = (members: object) =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));
  return {
    text: String(sofa?.sofaString),
    structures: rest.map(({ '%ID': id, '%TYPE': type, '@sofa': _, ...features }) => ({
      id: String(id),
      type: String(type),
      ...strings(features),
    })),
    members: views._InitialView['%MEMBERS'].map(String),
  };
}

const [bet] = corpusRecords.filter((record): record is CorpusDocument => record.kind === 'document');
const [json, xmi] = [writtenFiles(casJson), writtenFiles(casXmi)];
const cas = readXmi(xmi.get('bet-v1.xmi') ?? '');
const marks = cas.structures.filter(({ type }) => type === 'cruxbook.type.Mark');
const wordsOf = ({ begin, end }: Read['structures'][number]) => cas.text.slice(Number(begin), Number(end));

describe('UIMA CAS', () => {
  test('is a file for each text that may be passed on, after the types', () => {
    expect([...json.keys()]).toEqual(['typesystem.xml', 'bet-v1.json']);
    expect([...xmi.keys()]).toEqual(['typesystem.xml', 'bet-v1.xmi']);
    expect(json.get('typesystem.xml')).toBe(xmi.get('typesystem.xml'));
  });

  test('says the same as XMI and as JSON', () =>
    expect(readJson(json.get('bet-v1.json') ?? '')).toEqual(cas));

  test('holds the text as it is, and has every annotation in its index', () => {
    expect(cas.text).toBe(bet?.text);
    expect(cas.members).toEqual(cas.structures.map(({ id }) => id));
  });

  test('finds the words of every mark at its UTF-16 offsets', () => {
    const decided = ['claim', 'crux'].map((tag) => [tag, 'we will lose control']);
    expect(
      marks.filter(({ annotator }) => annotator === 'Adjudicated').map((mark) => [mark.label, wordsOf(mark)]),
    ).toEqual(decided);
    const made = marks.filter(({ annotator }) => annotator !== 'Adjudicated');
    expect(made.map((mark) => [mark.label ?? null, wordsOf(mark)])).toEqual(
      corpusRecords.flatMap((record) =>
        record.kind === 'annotation' && !record.quote.startsWith('thanks')
          ? (record.tags.length > 0 ? record.tags : [null]).map((tag) => [tag, record.quote])
          : [],
      ),
    );
  });

  test('keeps comments, cards and threads', () => {
    expect(marks.find(({ label }) => label === 'failure-mode')).toMatchObject({
      annotator: 'reader-k7f3qa2m',
      comment: 'Goodhart,\n"metrics" eat\tthe goal',
    });
    const links = cas.structures.filter(({ type }) => type === 'cruxbook.type.CardLink');
    expect(links.map(({ card, role }) => [card, role])).toEqual([
      ['1', 'states'],
      ['2', 'states'],
      ['2', 'supports'],
      ['3', 'opposes'],
    ]);
    const replies = cas.structures.filter(({ type }) => type === 'cruxbook.type.Reply');
    const known = new Set(cas.structures.map(({ identifier }) => identifier));
    expect(replies.map(({ comment }) => comment?.slice(0, 4))).toEqual(['Mine', '=SUM', undefined, '-1, ']);
    for (const { parent, mark } of replies)
      expect([known.has(parent!), known.has(mark!)]).toEqual([true, true]);
  });

  test('uses no type or feature that typesystem.xml does not name', () => {
    const types = [...xml(json.get('typesystem.xml') ?? '').querySelectorAll('typeDescription')];
    const features = new Map(
      types.map((type) => [
        type.querySelector('name')?.textContent,
        [...type.querySelectorAll('featureDescription > name')].map(({ textContent }) => textContent),
      ]),
    );
    for (const { id: _, begin: __, end: ___, type, ...rest } of cas.structures)
      if (type !== 'uima.tcas.DocumentAnnotation')
        expect(features.get(type)).toEqual(expect.arrayContaining(Object.keys(rest)));
    expect(JSON.parse(json.get('bet-v1.json') ?? '')['%TYPES']).toHaveProperty([
      'cruxbook.type.Mark',
      'label',
    ]);
  });

  test('holds no character that XML forbids, and every offset stays', () => {
    const odd = corpusRecords.map((record): CorpusRecord => {
      if (record.kind === 'annotation') return { ...record, comment: 'a\u0000\u0008\ufffe\ud800b\r\n\t"<&' };
      return record.kind === 'document' && record.text
        ? { ...record, text: record.text.replace('T', '\u0001') }
        : record;
    });
    const read = readXmi(writtenFiles(casXmi, odd).get('bet-v1.xmi') ?? '');
    expect(read.text).toBe(bet?.text?.replace('T', '\ufffd'));
    expect(read.structures.find(({ comment }) => comment)?.comment).toBe(
      'a\ufffd\ufffd\ufffd\ufffdb\r\n\t"<&',
    );
  });

  test('would not be read with a bare sign in it', () => {
    expect(() => readXmi((xmi.get('bet-v1.xmi') ?? '').replace('&lt;', '<'))).toThrow();
  });
});
