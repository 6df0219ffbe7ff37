import { describe, expect, test } from 'vitest';
import { importEssay } from './import-essay';
import { outlineOf } from './outline-of';

const read = (content: string) => importEssay({ format: 'text', content });

/** A paragraph of prose, long enough to stand under a heading. */
const prose = 'The group that reads together sees more than any of its members, and it argues better too.';
const wrapped = [
  'The group that reads together sees more than any of its members,',
  'and when it writes in the margin it argues better than it would',
  'in a room, since every sentence that is disputed stands there in',
  'plain sight.',
].join('\n');
const unwrapped = wrapped.replaceAll('\n', ' ');

const cases: [name: string, text: string, outline: string[]][] = [
  ['blank lines part paragraphs', 'One.\n\nTwo.', ['p One.', 'p Two.']],
  ['without blank lines each line is a paragraph', 'One.\nTwo.\r\nThree.', ['p One.', 'p Two.', 'p Three.']],
  [
    'short lines in a paragraph stay lines',
    'Roses are red,\nviolets are blue.\n\nEnd.',
    ['p Roses are red,/violets are blue.', 'p End.'],
  ],
  [
    'long lines are paragraphs even among blank lines',
    `${prose} ${prose}\n${prose} ${prose}\n\nEnd.`,
    [`p ${prose} ${prose}`, `p ${prose} ${prose}`, 'p End.'],
  ],
  ['wrapped lines are joined', `${wrapped}\n\n${wrapped}`, [`p ${unwrapped}`, `p ${unwrapped}`]],
  [
    'a word that was cut keeps its hyphen',
    wrapped.replace('than it would\nin', 'than well-\nknown'),
    [`p ${unwrapped.replace('than it would in', 'than well-known')}`],
  ],
  [
    'title and headings',
    `On Names\n\nWhat follows\n\n${prose}\n\nThe end\n\n${prose}`,
    ['h1 On Names', 'h2 What follows', `p ${prose}`, 'h2 The end', `p ${prose}`],
  ],
  [
    'headings without blank lines',
    `On Names\n${prose}\nHuman Values\n${prose}`,
    ['h1 On Names', `p ${prose}`, 'h2 Human Values', `p ${prose}`],
  ],
  [
    'two headings in a row',
    `${prose}\n\nHumans\n\nHuman Values\n\n${prose}`,
    [`p ${prose}`, 'h2 Humans', 'h2 Human Values', `p ${prose}`],
  ],
  [
    'three short lines in a row are no headings',
    `${prose}\n\nAsk\n\nAnswer\n\nAsk again\n\n${prose}`,
    [`p ${prose}`, 'p Ask', 'p Answer', 'p Ask again', `p ${prose}`],
  ],
  [
    'a short sentence is no heading',
    `${prose}\n\nSo it is.\n\n${prose}`,
    [`p ${prose}`, 'p So it is.', `p ${prose}`],
  ],
  [
    'a line that announces something is no heading',
    `${prose}\n\nTo sum up:\n\n${prose}`,
    [`p ${prose}`, 'p To sum up:', `p ${prose}`],
  ],
  [
    'a line in lower case is no heading',
    `${prose}\n\nand so on\n\n${prose}`,
    [`p ${prose}`, 'p and so on', `p ${prose}`],
  ],
  ['a short last line is no heading', `${prose}\n\nAnn Lee`, [`p ${prose}`, 'p Ann Lee']],
  ['a shopping list has no title', 'Milk\nEggs\nBread', ['p Milk', 'p Eggs', 'p Bread']],
  [
    'bullets',
    'To do:\n- one\n- two\n  more\n- three',
    ['p To do:', 'ul(li(p one); li(p two; p more); li(p three))'],
  ],
  [
    'bullets with blank lines and paragraphs',
    '* one\n\n  more\n\n* two\n\nEnd.',
    ['ul(li(p one; p more); li(p two))', 'p End.'],
  ],
  ['nested bullets', '- a\n  - b\n  - c\n- d', ['ul(li(p a; ul(li(p b); li(p c))); li(p d))']],
  ['numbers', '3. a\n4. b', ['ol3(li(p a); li(p b))']],
  ['numbers that do not count up stay text', '1. a\n3. b', ['p 1. a', 'p 3. b']],
  ['one number alone stays text', `1. Introduction\n\n${prose}`, ['h1 1. Introduction', `p ${prose}`]],
  ['one dash alone stays text', '- a\n\nb.', ['p - a', 'p b.']],
  ['quotes', '> a\n> > b\n\nc.', ['blockquote(p a; blockquote(p b))', 'p c.']],
  [
    'code',
    `See.\n\n    if (a) {\n      b();\n    }\n\nEnd.`,
    ['p See.', 'pre if (a) {\n  b();\n}', 'p End.'],
  ],
  [
    'indented prose is no code',
    'See.\n\n    Indented prose stays prose.\n\nEnd.',
    ['p See.', 'p Indented prose stays prose.', 'p End.'],
  ],
  ['rules', 'a.\n\n* * *\n\nb.\n\n-----\n\nc.', ['p a.', 'hr', 'p b.', 'hr', 'p c.']],
  [
    'addresses become links, without the full stop',
    'See http://a.b/c. Or (https://d.e/f_(g)).',
    ['p See <http://a.b/c http://a.b/c>. Or (<https://d.e/f_(g) https://d.e/f_(g)>).'],
  ],
  ['odd characters', '\ufeffa\0b\u2028c\td.\n\nEnd.', ['p ab/c d.', 'p End.']],
];

describe('plain text to document', () => {
  test.each(cases)('%s', (_name, text, outline) => {
    expect(outlineOf(read(text).document)).toEqual(outline);
  });

  test('the title is taken from the heading', () => {
    expect(read(`On Names\n\n${prose}`).title).toBe('On Names');
    expect(read(prose).title).toBeUndefined();
  });
});

const notes: [name: string, text: string, outline: string[]][] = [
  [
    'paragraphs with signs',
    'A [1] and b.[2]\n\n[1] One.\n\n[2]: Two, see [1].',
    ['p A {[1] 1} and b.{[2] 2}', 'footnotes(note#1 1(p One.); note#2 2(p Two, see {[1] 1}.))'],
  ],
  [
    'a list with arrows back',
    'A[1] b[2].\n\n  1. One. ↩︎\n\n  2. ^\n\n     Two.\n\n     More. ↩︎',
    ['p A{[1] 1} b{[2] 2}.', 'footnotes(note#1 1(p One.); note#2 2(p Two.; p More.))'],
  ],
  [
    'a list with carets',
    'A[4] b[5].\n\n4. ^ One.\n5. ^ Two.',
    ['p A{[4] 4} b{[5] 5}.', 'footnotes(note#4 4(p One.); note#5 5(p Two.))'],
  ],
  [
    'half referred to, with arrows',
    'A[1].\n\n1. One. ↩︎\n2. Two. ↩︎',
    ['p A{[1] 1}.', 'footnotes(note#1 1(p One.); note#2 2(p Two.))'],
  ],
  [
    'a list that nothing refers to stays a list',
    'A.\n\n1. One.\n2. Two.',
    ['p A.', 'ol(li(p One.); li(p Two.))'],
  ],
  [
    'a list of which half is referred to stays a list',
    'A[1].\n\n1. One.\n2. Two.',
    ['p A[1].', 'ol(li(p One.); li(p Two.))'],
  ],
  ['references without notes stay text', 'A[1] b[8].', ['p A[1] b[8].']],
  [
    'two notes with one number stay text',
    'A[1].\n\n[1] One.\n\n[1] Two.',
    ['p A[1].', 'p [1] One.', 'p [1] Two.'],
  ],
];

describe('footnotes in plain text', () => {
  test.each(notes)('%s', (_name, text, outline) => {
    expect(outlineOf(read(text).document)).toEqual(outline);
  });
});

describe('text that lost its line ends', () => {
  const sentence = 'The persona is called Clyde, and it says no to most of what anybody asks of it. ';

  test('is cut at ends of sentences into paragraphs of comfortable size, and says so', () => {
    const { document, warnings, text } = read(sentence.repeat(40));
    const lengths = document.content.map((block) => outlineOf({ type: 'doc', content: [block] })[0]!.length);
    expect(lengths.slice(0, -1).every((length) => length >= 500 && length <= 700)).toBe(true);
    expect(text.replace(/\n\n/g, ' ')).toBe(sentence.repeat(40).trim());
    expect(warnings[0]).toContain('lost its line ends');
  });

  test('is cut where two paragraphs grew together, but not in addresses and abbreviations', () => {
    const { text } = read(
      `${sentence.repeat(12)}That is its goal.It helps node.js and the U.S.A. ${sentence.repeat(12)}`,
    );
    expect(text).toContain('That is its goal.\n\nIt helps node.js and the U.S.A.');
  });

  test.each([['Tomasello, M. et al. (2012) wrote. '], ['As J. S. Mill said. ']])(
    '%j is never cut inside',
    (part) => {
      const { text } = read(part.repeat(100));
      expect(text.split('\n\n').every((each) => each.startsWith(part.slice(0, 4)))).toBe(true);
    },
  );

  test('a text with many paragraphs keeps its long ones', () => {
    const { warnings } = read(Array(6).fill(sentence.repeat(30)).join('\n\n'));
    expect(warnings).toEqual([]);
  });

  test('Chinese is cut at its own full stops', () => {
    expect(read('我們讀書。'.repeat(500)).document.content.length).toBeGreaterThan(3);
  });
});
