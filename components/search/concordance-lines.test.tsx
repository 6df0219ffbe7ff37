import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ConcordanceLines } from './concordance-lines';

const line = {
  essay: { slug: 'mixed', title: 'Mixed', language: 'zh' },
  person: null,
  start: 3,
  end: 6,
};

test('an Arabic line stands from the right in an essay of whatever language', () => {
  const lines = [
    { ...line, before: 'هل ', key: 'نثق', after: ' به حقا؟', path: '/g/a/mixed#at-3-6' },
    { ...line, before: '我们', key: '研究', after: '历史', path: '/g/a/mixed#at-9-11' },
  ];
  const html = renderToStaticMarkup(<ConcordanceLines lines={lines} isOfWords />);
  expect([...html.matchAll(/<p dir="(\w+)"/g)].map(([, dir]) => dir)).toEqual(['rtl', 'ltr']);
});
