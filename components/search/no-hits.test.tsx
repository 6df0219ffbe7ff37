import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NoHits } from './no-hits';

const none = { group: [], tag: [] };

test.each([
  ['fox', 'Try fewer words'],
  ['-fox', 'Add a word to look for'],
  ['fox -red', 'Try fewer words'],
  ['""', 'Type a word'],
  ['', 'Try fewer words'],
])('for %s: %s', (q, advice) => {
  expect(renderToStaticMarkup(<NoHits address={{ q }} suggestions={[]} facets={none} />)).toContain(advice);
});

test('behind the last page it leads back to the first', () => {
  const html = renderToStaticMarkup(
    <NoHits address={{ q: 'fox', after: '1_0_x' }} suggestions={[]} facets={none} />,
  );
  expect(html).toContain('Nothing more was found');
  expect(html).toContain('href="/search?q=fox"');
});

test('of a group or a tag that is not there is said so, and of one that is, nothing', () => {
  const readers = { group: [{ value: 'readers', label: 'Readers', count: 0 }], tag: [] };
  const said = (address: object) =>
    renderToStaticMarkup(<NoHits address={address} suggestions={[]} facets={readers} />);
  expect(said({ tag: 'nope' })).toContain('There is no tag “nope” in what you may read.');
  expect(said({ q: 'fox', group: 'nope' })).toContain('There is no group “nope” in what you may read.');
  expect(said({ q: 'fox', group: 'nope' })).not.toContain('Try fewer words');
  expect(said({ q: 'fox', group: 'readers', tag: 'nope' })).toContain('This group has no tag “nope”.');
  expect(said({ q: 'fox', group: 'readers' })).not.toContain('There is no');
});
