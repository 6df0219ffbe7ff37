import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PreviewRows } from './preview-parts';

type Preview = Parameters<typeof PreviewRows>[0]['preview'];

const row = {
  id: '0198b6a0-0000-7000-8000-00000000000f',
  essay: 'The fox',
  person: 'Ann',
  tags: ['uberraschung', 'gone'],
  quote: 'The quick brown fox',
  comment: null,
  replies: 0,
};
const preview = { rows: [row], counts: { annotations: 1 } } as Preview;

test('tags are called by their names, as they are where one chooses among them', () => {
  const tags = [{ slug: 'uberraschung', name: 'Überraschung' }];
  const html = renderToStaticMarkup(<PreviewRows preview={preview} pending={false} tags={tags} />);
  expect(html).toContain('>Überraschung, gone<');
});
