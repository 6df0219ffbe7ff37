import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '@/lib/core/api/problem';
import { parseComment } from '@/lib/core/essay/comment-schema';
import { foreignAnnotation } from './foreign-annotation';
import { ofRecogito } from './recogito.fixture';

const context = 'http://www.w3.org/ns/anno.jsonld';
const source = 'https://read.example/api/v1/essays/1/versions/1';
const quote = { type: 'TextQuoteSelector', exact: 'fox' };
const sent = (rest: object = {}) => ({
  '@context': context,
  type: 'Annotation',
  target: { source, selector: quote },
  ...rest,
});
const text = (value: string, rest: object = {}) => ({ type: 'TextualBody', value, ...rest });

describe('an annotation of another program is read', () => {
  test('with everything that has a place here', () => {
    const body = [
      text('Is it?', { purpose: 'commenting', format: 'text/markdown', language: 'en' }),
      text('Crux', { purpose: 'tagging' }),
      { type: 'SpecificResource', purpose: 'classifying', source: 'https://read.example/tags#claim' },
      { purpose: 'linking', source: { id: 'https://read.example/cards/1' } },
    ];
    const given = {
      id: 'urn:x:1',
      canonical: 'urn:x:2',
      via: ['urn:x:3'],
      motivation: ['tagging', 'commenting'],
      body,
    };
    expect(foreignAnnotation(sent(given))).toEqual({
      comment: { markdown: 'Is it?' },
      tags: ['Crux', 'https://read.example/tags#claim'],
      links: ['https://read.example/cards/1'],
      target: { source, selectors: [quote] },
      id: 'urn:x:1',
      canonical: 'urn:x:2',
      via: ['urn:x:3'],
    });
  });

  test.each([
    ['an address', 'https://x.example/1', 'https://x.example/1'],
    ['a resource', { id: 'https://x.example/1' }, 'https://x.example/1'],
    ['a source with facts of its own', { source: { id: source, type: 'Text', language: 'en' } }, source],
    ['one in a list', [{ source }], source],
  ])('whose target is %s', (_, target, iri) => {
    expect(foreignAnnotation(sent({ target })).target).toEqual({ source: iri, selectors: [] });
  });

  test('whose bodyValue is plain text', () => {
    expect(foreignAnnotation(sent({ bodyValue: 'So.' })).comment).toHaveProperty('document');
  });

  test('without a body, as a highlight', () => {
    expect(foreignAnnotation(sent())).toMatchObject({ comment: null, tags: [], links: [] });
  });

  test('for its creator alone not at all, unless it is here already', () => {
    const creator = { id: 'urn:x:ann', type: 'Person', name: 'Ann' };
    for (const audience of ['urn:x:ann', { id: 'urn:x:ann', type: 'schema:Audience' }]) {
      expect(() => foreignAnnotation(sent({ creator, audience }))).toThrow('for its creator alone');
      expect(foreignAnnotation(sent({ creator, audience }), { replaces: true })).toBeTruthy();
    }
    const audience = { id: 'urn:x:group', type: 'schema:Audience' };
    expect(foreignAnnotation(sent({ creator, audience }))).toBeTruthy();
  });

  /** Lifecycle information, which the model has for annotations, bodies and targets alike. */
  const facts = {
    creator: 'https://x.example/me',
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    generator: {},
    generated: '2026-01-01T00:00:00Z',
    audience: {},
  };
  const bare = [
    text('Is it?'),
    { type: 'SpecificResource', purpose: 'classifying', source: 'urn:x:tag' },
  ] as const;
  const named = { id: 'urn:x:part', ...facts };
  test.each([
    ['itself', { ...facts, body: bare }],
    ['of its bodies', { body: bare.map((one) => ({ ...one, ...named })) }],
    ['of its target', { body: bare, target: { source, selector: quote, ...named } }],
  ])('with facts %s that the server says itself, which do not count', (_, given) => {
    expect(foreignAnnotation(sent(given))).toEqual(foreignAnnotation(sent({ body: bare })));
  });

  test('with what the server says of one that is held where it replaces one, and with nobody else’s moderating', () => {
    const held = { type: 'SpecificResource', purpose: 'moderating', source: 'urn:cruxbook:held:pending' };
    const replaces = true;
    expect(foreignAnnotation(sent({ body: [text('a'), held] }), { replaces })).toEqual(
      foreignAnnotation(sent({ body: text('a') })),
    );
    const other = { ...held, source: 'urn:x:gone' };
    expect(() => foreignAnnotation(sent({ body: other }), { replaces })).toThrow('says why');
  });

  test('as Recogito writes it', () => {
    expect(foreignAnnotation(ofRecogito(source))).toEqual({
      comment: { document: { type: 'doc', content: [expect.anything()] } },
      tags: ['Crux'],
      links: [],
      target: {
        source,
        selectors: [
          { ...quote, prefix: 'brown ', suffix: ' 🦊 jumps' },
          { type: 'TextPositionSelector', start: 16, end: 19 },
        ],
      },
      id: 'urn:uuid:1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
      canonical: null,
      via: [],
    });
  });
});

describe('plain text', () => {
  const words = (value: string) => {
    const { comment } = foreignAnnotation(sent({ body: text(value) }));
    return comment && 'document' in comment ? comment.document : null;
  };

  test('keeps its lines and paragraphs, and no sign in it means anything', () => {
    const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
    const line = (text: string) => ({ type: 'text', text });
    expect(words('*a*\r\nb\n\n# c')).toEqual({
      type: 'doc',
      content: [paragraph(line('*a*'), { type: 'hardBreak' }, line('b')), paragraph(line('# c'))],
    });
  });

  test('is a comment that the schema takes, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const document = words(value);
        if (document) expect(() => parseComment(document)).not.toThrow();
      }),
    );
  });
});

test.each([
  ['no object', 7, 'annotation'],
  ['a list', [], 'annotation'],
  ['another context', sent({ '@context': 'https://schema.org' }), 'context'],
  ['another type', sent({ type: 'Thing' }), 'type'],
  ['a motivation of its own', sent({ motivation: 'moderating' }), 'motivation'],
  ['a right', sent({ rights: 'https://x.example/' }), 'annotation'],
  ['an empty canonical', sent({ canonical: '' }), 'annotation'],
  ['no target', sent({ target: undefined }), 'target'],
  ['two targets', sent({ target: ['urn:a', 'urn:b'] }), 'target'],
  ['a target with a style', sent({ target: { source, styleClass: 'red' } }), 'annotation'],
  [
    'a selector of a picture',
    sent({ target: { source, selector: { type: 'SvgSelector', value: '' } } }),
    'selector',
  ],
  ['a selector refined', sent({ target: { source, selector: { ...quote, refinedBy: quote } } }), 'selector'],
  ['a selector that is nothing', sent({ target: { source, selector: [null, 3] } }), 'selector'],
  ['body and bodyValue', sent({ body: text('a'), bodyValue: 'b' }), 'body'],
  ['two comments', sent({ body: [text('a'), text('b')] }), 'body'],
  ['a text of no words', sent({ body: { type: 'TextualBody' } }), 'body'],
  ['two purposes', sent({ body: text('a', { purpose: ['tagging', 'commenting'] }) }), 'body'],
  ['a bookmark', sent({ body: text('a', { purpose: 'bookmarking' }) }), 'body'],
  ['HTML', sent({ body: text('a', { format: 'text/html' }) }), 'body'],
  ['a text too long', sent({ body: text('a'.repeat(20_001)) }), 'body'],
  ['a right of the body', sent({ body: text('a', { rights: 'urn:x' }) }), 'annotation'],
  ['a target of another', sent({ id: 'urn:x:1', target: { source, annotation: 'urn:x:2' } }), 'target'],
  ['a picture', sent({ body: 'https://x.example/cat.png' }), 'body'],
  ['a resource for no reason', sent({ body: { source } }), 'body'],
  [
    'what asks to be hidden',
    sent({ body: [text('a'), { purpose: 'moderating', source: 'urn:cruxbook:held:hidden' }] }),
    'body',
  ],
])('%s is refused by name', (_, value, code) => {
  expect(() => foreignAnnotation(value)).toThrow(expect.objectContaining({ status: 422, code }));
});

test('anything at all is read or refused', () => {
  const anything = fc.jsonValue();
  const value = fc.record({ body: anything, target: anything, motivation: anything, via: anything });
  fc.assert(
    fc.property(value, (rest) => {
      try {
        foreignAnnotation(sent(rest));
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    }),
  );
});
