import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusDocument, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { markdown } from './markdown';

const reader = unified().use(remarkParse).use(remarkGfm);

/** What GitHub's dialect reads: the text, where the notes' signs stand in it, and the words of each note. */
function readMarkdown(file: string) {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)---\n\n([\s\S]*)$/.exec(file) ?? [];
  const signs: Record<string, string> = {};
  const notes: Record<string, string> = {};
  const types = new Set<string>();
  const words = (node: Nodes, before = ''): string => {
    types.add(node.type);
    if (node.type === 'break') return '\n';
    if (node.type === 'html') return '';
    if (node.type === 'footnoteReference') signs[node.identifier] = before;
    if ('value' in node) return node.value;
    const within: readonly Nodes[] = 'children' in node ? node.children : [];
    return within.reduce((text, child) => text + words(child, before + text), '');
  };
  const { children } = reader.parse(body);
  const text = children
    .filter(({ type }) => type !== 'footnoteDefinition')
    .reduce((text, node, i) => text + (i > 0 ? '\n\n' : '') + words(node, text + (i > 0 ? '\n\n' : '')), '');
  const essayTypes = [...types];
  for (const node of children)
    if (node.type === 'footnoteDefinition')
      notes[node.identifier] = node.children.map((block) => words(block)).join('\n');
  return { front, text, signs, notes, essayTypes };
}

const bet = corpusRecords.find((record) => record.kind === 'document') as CorpusDocument & { text: string };
const files = writtenFiles(markdown);
const read = readMarkdown(files.get('bet-v1.md') ?? '');

/** A stretch of a text that, as those of annotations, cuts no character in two. */
function wholeCharacters(text: string, a: number, b: number) {
  const isCut = (offset: number) => /^[\udc00-\udfff]/.test(text.slice(offset));
  const start = a % text.length;
  const end = start + 1 + (b % (text.length - start));
  return { start: isCut(start) ? start - 1 : start, end: isCut(end) ? end + 1 : end };
}

describe('markdown', () => {
  test('has a file for each text that may be passed on', () => {
    expect([...files.keys()]).toEqual(['bet-v1.md']);
  });

  test('reads as the text, as paragraphs with breaks and what marks its title, its passages and their notes', () => {
    expect(read.text).toBe(bet.text);
    expect(read.essayTypes.sort()).toEqual([
      'break',
      'footnoteReference',
      'heading',
      'html',
      'paragraph',
      'text',
    ]);
  });

  test('has a sign after the last word of each passage, numbered as they come', () => {
    expect(Object.values(read.signs).map((before) => before.slice(-9))).toMatchInlineSnapshot(`
      [
        "e control",
        " control.",
        "eeps pace",
        ".
      Even so",
        "” diverge",
        "هو السؤال",
        "歧时，审计就会失败",
        "; "so on"",
      ]
    `);
    expect(Object.keys(read.signs)).toEqual(Object.keys(read.notes));
  });

  test('says in a note who marked what and why, and what was answered', () => {
    expect(read.notes).toMatchInlineSnapshot(`
      {
        "1": "Claim, Crux by reader-k7f3qa2m, 2026-01-02: “we will lose control”
      Decided by reader-k7f3qa2m on 2026-01-02: accepted Claim, Crux. =The clause, <b>not</b> the sentence.",
        "2": "Claim by Ada "A." Löw, 2026-01-02: “If we scale models 🚀 without oversight, we will lose control.”
      Central thesis.
      States card 1: Scaling without oversight loses control · Decided by reader-k7f3qa2m on 2026-01-02: accepted Claim, Crux “we will lose control”. =The clause, <b>not</b> the sentence.",
        "3": "Crux by Ada "A." Löw, 2026-01-02: “whether interpretability keeps pace”
      Would change my mind.
      Really?
      Supports card 2: Interpretability keeps pace with capability [2]: "yes" · agree: reader-k7f3qa2m · helpful: reader-k7f3qa2m · Resolved by reader-k7f3qa2m on 2026-01-02
      reader-k7f3qa2m, 2026-01-02Mine too – see Olah 2023.Ada "A." Löw, 2026-01-02=SUM(A1) is not a formula hereA reply that is not here, 2026-01-02reader-k7f3qa2m, 2026-01-02-1, "quoted"; ＝and more",
        "4": "Crux by reader-k7f3qa2m, 2026-01-02: “The main crux is whether interpretability keeps pace. Even so”
      States card 2: Interpretability keeps pace with capability [2]: "yes"",
        "5": "Failure mode by reader-k7f3qa2m, 2026-01-02: “audits fail when “incentives” diverge”
      Goodhart, "metrics" eat the goal
      Opposes card 3: Audits are gamed · Decided on 2026-01-02: rejected",
        "6": "Crux by Ada "A." Löw, 2026-01-02: “وهذا 🧭 هو السؤال”
      سؤال جيد",
        "7": "Comment by reader-k7f3qa2m, 2026-01-02: “当激励分歧时，审计就会失败”
      关键 🔑",
        "8": "Comment by Ada "A." Löw, 2026-01-02: “<b>&amp; "so on"”
      x </script> ]]> {{ }} [^1]",
      }
    `);
  });

  test('says where the text comes from', () => {
    expect(read.front).toMatchInlineSnapshot(`
      "title: "The Alignment Bet"
      author: ["R. Müller","S. <Ito>"]
      lang: "en"
      source: "https://example.org/bet?a=1&b=2"
      license: "CC BY 4.0"
      version: 1
      text_sha256: "a039424fc49f22a32a9de25134d486a71a8e9ec150a4232fb9229664e957a53e"
      group: "Night School"
      annotated: "https://cruxbook.example/g/night-school/bet"
      generator: "Cruxbook 0.1.0"
      changed: "2026-01-02T03:40:00.000Z"
      "
    `);
  });

  test('reads any text as it is, whatever Markdown it would be', () => {
    const piece = fc.constantFrom(
      ...'#;# ;- ;+ a;1. ;(a) ;iv) ;    ; ;=;---;```;~~;**;_x_;a_b_;(x);é;🚀;审计;.;word;:'.split(';'),
      ...'[1]·[^1]·[^1]: ·](x)·![·<b>·<!--·&amp;·&·\\·|·|-|·> ·: ·%·$x$·@ada·a_b@c.example'.split('·'),
      'https://a.example/x_y?b=1&amp;c',
      'http://',
      'www.a_b.example',
      '\n',
      '\n\n',
    );
    const range = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.array(range, { maxLength: 3 }), (pieces, ranges) => {
        const text = pieces
          .join('')
          .replace(/\n[ \n]*\n/g, '\n\n')
          .trim();
        fc.pre(text !== '');
        const [annotation] = corpusRecords.filter((record) => record.kind === 'annotation') as [
          CorpusAnnotation,
        ];
        const records: CorpusRecord[] = [{ ...bet, text }];
        for (const [a, b] of ranges) {
          records.push({ ...annotation, ...wholeCharacters(text, a, b) });
        }
        const found = readMarkdown(writtenFiles(markdown, records).get('bet-v1.md') ?? '');
        expect(found.text).toBe(text);
        expect(Object.keys(found.signs)).toEqual(ranges.map((_, i) => `${i + 1}`));
        expect(Object.keys(found.notes)).toEqual(ranges.map((_, i) => `${i + 1}`));
      }),
      { numRuns: 300 },
    );
  });
});
