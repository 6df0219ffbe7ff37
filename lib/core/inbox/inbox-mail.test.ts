import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMail, type MailedEntry } from './inbox-mail';
import { oneLine } from './one-line';

const place = {
  site: 'https://read.example.org',
  unsubscribePath: '/unsubscribe/abc',
  timeZone: 'Europe/Zurich',
};
const entry = (part: Partial<MailedEntry> = {}): MailedEntry => ({
  kind: 'reply',
  reason: 'reply',
  actor: { id: '1', name: 'Ben' },
  verb: null,
  group: { name: 'Night School' },
  about: 'The jar',
  thread: 't',
  quote: 'full of thanks',
  words: 'Is it?',
  path: '/g/night-school/the-jar#r-1',
  created: '2026-11-21T06:00:00.000Z',
  ...part,
});

describe('a mail', () => {
  test('says who did what, where, in which words, and how to stop it, in text as in HTML', () => {
    const { subject, text, html } = composeMail([entry()], place);
    expect(subject).toBe('Ben replied to you: “The jar”');
    const parts = ['The jar', 'Night School', 'full of thanks', 'replied to you', '07:00', 'Is it?'];
    const links = ['/g/night-school/the-jar#r-1', '/settings#mail', '/unsubscribe/abc'].map(
      (path) => place.site + path,
    );
    for (const part of [...parts, ...links]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
  });

  test('of an export in the background names the group once', () => {
    const one = {
      kind: 'export',
      reason: 'export',
      verb: 'ready',
      actor: null,
      about: '',
      quote: null,
    } as const;
    const { subject, text, html } = composeMail([entry({ ...one, words: 'CSV, 2 kB.' })], place);
    expect(subject).toBe('Your export is ready: “Night School”');
    for (const part of [text, html.replace(/^.*<\/title>/s, '')])
      expect([part.match(/Night School/g)?.length, part.includes('CSV, 2 kB.')]).toEqual([1, true]);
  });

  test('of several things says how many, and in how many places', () => {
    expect(composeMail([entry(), entry()], place).subject).toBe('2 new: “The jar”');
    expect(composeMail([entry(), entry({ thread: 'u' })], place).subject).toBe(
      '2 new: “The jar” and one more thread',
    );
  });

  test('of more than anybody reads says how many more there are', () => {
    const many = Array.from({ length: 45 }, (_, at) => entry({ words: `word ${at} of many` }));
    const { text, html } = composeMail(many, place);
    expect(text.match(/of many/g)).toHaveLength(40);
    expect(text).toContain('And 5 more');
    expect(html).toContain('5 more');
  });

  test('has one line of subject, and no tag or attribute of anybody’s making, whatever people are called', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'Eve\r\nBcc: all@example.org',
        '<img src=x onerror=alert(1)>',
        '"><script>alert(1)</script>',
        'Eve\u202egro.live',
        'a\u2028b\u0085c\0d',
      ),
    );
    const clean = composeMail(
      [entry({ actor: { id: '1', name: 'x' }, about: 'x', quote: 'x', words: 'x', group: { name: 'x' } })],
      place,
    );
    const tags = (html: string) => html.replace(/<title>[^<]*/, '').match(/<[^>]*>/g);
    fc.assert(
      fc.property(hostile, (said) => {
        const name = `x${said}`;
        const { subject, html } = composeMail(
          [entry({ actor: { id: '1', name }, about: name, quote: name, words: name, group: { name } })],
          place,
        );
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        expect(tags(html)).toEqual(tags(clean.html));
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['two\nlines', 20, 'two lines'],
  ['a long one', 6, 'a lon…'],
  ['ab🦊', 3, 'ab…'],
  ['\ud83e alone', 20, '\ufffd alone'],
])('%o in at most %i is “%s”', (text, most, line) => {
  expect(oneLine(text, most)).toBe(line);
});
