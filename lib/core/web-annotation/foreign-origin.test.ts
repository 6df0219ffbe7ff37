import { describe, expect, test } from 'vitest';
import { foreignAnnotation } from './foreign-annotation';
import { foreignOrigin } from './foreign-origin';

const originOf = (names: object) =>
  foreignOrigin(
    foreignAnnotation({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      target: 'https://read.example/api/v1/essays/1/versions/1',
      ...names,
    }),
  );
const many = (count: number) => Array.from({ length: count }, (_, n) => `urn:x:${n}`);

describe('where an annotation comes from', () => {
  test('is its canonical name, and where it was before, its own address last and once', () => {
    const via = ['https://old.example/ü?a=1#b', 'urn:x:1'];
    expect(originOf({ id: 'https://new.example/1', canonical: 'urn:uuid:7', via })).toEqual({
      canonical: 'urn:uuid:7',
      via: [...via, 'https://new.example/1'],
    });
    expect(originOf({ id: 'urn:x:1', via }).via).toEqual(via);
    expect(originOf({})).toEqual({ canonical: null, via: [] });
  });

  test('is at most twenty addresses, and more are refused by name rather than cut', () => {
    expect(originOf({ via: many(20) }).via).toHaveLength(20);
    for (const names of [{ via: many(21) }, { via: many(20), id: 'urn:x:more' }])
      expect(() => originOf(names)).toThrow(
        expect.objectContaining({ status: 422, code: 'via', message: expect.stringContaining('21') }),
      );
  });

  test.each([
    ['id', 'anno1'],
    ['id', '/annotations/1'],
    ['canonical', 'no iri'],
    ['canonical', 'https://x.example/a b'],
    ['via', 'www.example.org'],
    ['via', 'urn:x:<script>'],
    ['via', 'urn:'],
    ['via', 'https://x.example/\u2028'],
  ])('is refused by name where the %s is no IRI: %j', (field, name) => {
    expect(() => originOf({ [field]: name })).toThrow(
      expect.objectContaining({ status: 422, code: field, message: expect.stringContaining(field) }),
    );
  });
});
