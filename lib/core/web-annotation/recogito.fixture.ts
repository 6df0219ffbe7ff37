const id = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';
const person = { id: 'aki', name: 'Aki' };
const created = '2026-11-21T17:30:45.123Z';
const modified = '2026-11-21T17:31:02.000Z';

/**
 * A comment and a tag on the word "fox", of a text that begins with "The quick brown fox 🦊 jumps", as `W3CTextFormat` of
 * @recogito/text-annotator 4.1 (on @annotorious/core 3.8) writes them once somebody changed them.
 */
export const ofRecogito = (source: string) => ({
  id,
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  body: [
    {
      id: '0f0e4ad2-1c1f-4b07-8f0b-0c3b7e1e6d11',
      purpose: 'commenting',
      value: 'Is it?',
      creator: person,
      updatedBy: person,
      created,
      modified,
    },
    { type: 'TextualBody', purpose: 'tagging', value: 'Crux', creator: person, created },
  ],
  creator: person,
  created,
  modified,
  target: [
    {
      annotation: id,
      updatedBy: person,
      source,
      selector: [
        { type: 'TextQuoteSelector', exact: 'fox', prefix: 'brown ', suffix: ' 🦊 jumps' },
        { type: 'TextPositionSelector', start: 16, end: 19 },
      ],
    },
  ],
});
