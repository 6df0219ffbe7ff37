import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NoHits } from './no-hits';

test.each([
  ['fox', 'Try fewer words'],
  ['-fox', 'Add a word to look for'],
  ['fox -red', 'Try fewer words'],
  ['""', 'Type a word'],
  ['', 'Try fewer words'],
])('for %s: %s', (q, advice) => {
  expect(renderToStaticMarkup(<NoHits address={{ q }} suggestions={[]} />)).toContain(advice);
});

test('behind the last page it leads back to the first', () => {
  const html = renderToStaticMarkup(<NoHits address={{ q: 'fox', after: '1_0_x' }} suggestions={[]} />);
  expect(html).toContain('Nothing more was found');
  expect(html).toContain('href="/search?q=fox"');
});
