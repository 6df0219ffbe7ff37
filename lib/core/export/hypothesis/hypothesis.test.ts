import { describe, expect, test } from 'vitest';
import type { CorpusDocument, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { id } from '@/lib/core/corpus/corpus-names.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { hypothesis } from './hypothesis';

interface Row {
  id: string;
  user: string;
  uri: string;
  text: string;
  tags: string[];
  created: string;
  references?: string[];
  permissions: { read: string[] };
  target: {
    selector?: [{ start: number; end: number }, { exact: string; prefix: string; suffix: string }];
  }[];
  user_info: { display_name: string };
  [more: string]: unknown;
}

const read = (records: readonly CorpusRecord[] = corpusRecords) =>
  JSON.parse(writtenFiles(hypothesis, records).get('night-school.json') ?? '') as {
    annotations: Row[];
    [more: string]: unknown;
  };
const { annotations: rows, ...about } = read();
const row = (name: string) => rows.find((one) => one.id === id(name));
const [bet] = corpusRecords.filter((record): record is CorpusDocument => record.kind === 'document');

describe('Hypothesis JSON', () => {
  test('is the file of their client', () => {
    expect(about).toEqual({
      export_date: '2026-01-02T03:40:00.000Z',
      export_userid: 'acct:cruxbook@cruxbook.example',
      client_version: 'Cruxbook 0.1.0',
    });
    expect(read([])).toEqual({ ...about, annotations: [] });
  });

  test('finds the words of every passage at its UTF-16 offsets, between their surroundings', () => {
    const text = bet?.text ?? '';
    const marked = rows.filter(({ target, uri }) => target[0]?.selector && uri === bet?.url);
    for (const { target } of marked) {
      const [{ start, end }, { exact, prefix, suffix }] = target[0]!.selector!;
      expect(text.slice(start, end)).toBe(exact);
      expect(text.slice(0, start).endsWith(prefix) && text.slice(end).startsWith(suffix)).toBe(true);
    }
    expect(marked).toHaveLength(8);
  });

  test('takes the quote of a text that may not be passed on, and our page where it has no URL', () => {
    expect(row('a9')).toMatchObject({
      uri: 'https://cruxbook.example/g/night-school/closed',
      target: [{ selector: [{}, { exact: 'thanks 🫙 all' }] }],
    });
  });

  test('has cards among the tags, and words as they were written', () => {
    expect(row('a4')).toMatchObject({
      tags: ['failure-mode', 'card:3'],
      text: 'Goodhart,\n"metrics" eat\tthe goal',
      created: '2026-01-02T03:04:00.000000+00:00',
      user_info: { display_name: 'reader-k7f3qa2m' },
    });
  });

  test('names with each answer all that it answers, and leaves out what has no words', () => {
    const answers = rows.filter(({ references }) => references);
    expect(answers.map(({ id: own, references }) => [own, references])).toEqual([
      [id('r1'), [id('a2')]],
      [id('r2'), [id('a2'), id('r1')]],
      [id('r4'), [id('a2'), id('r3')]],
      [id('r5'), [id('a9')]],
    ]);
    for (const { target } of answers) expect(target[0]).not.toHaveProperty('selector');
  });

  test('is read by the group, what is private by its author alone; what is held is hidden', () => {
    const changed = corpusRecords.map(
      (record): CorpusRecord =>
        record.kind === 'annotation'
          ? { ...record, visibility: 'private', held: 'pending', replies: [] }
          : record,
    );
    for (const { permissions, user, ...rest } of read(changed).annotations) {
      expect(permissions.read).toEqual([user]);
      expect(rest).toMatchObject({ hidden: true, moderation_status: 'PENDING' });
    }
    for (const { permissions } of rows) expect(permissions.read).toEqual([`group:${id('group')}`]);
  });

  test('gives everybody one account with a name that Hypothesis takes', () => {
    const users = new Map(rows.map(({ user, user_info }) => [user, user_info.display_name]));
    expect([...users.values()].sort()).toEqual(['Ada "A." Löw', 'reader-k7f3qa2m']);
    for (const user of users.keys()) expect(user).toMatch(/^acct:[A-Za-z0-9._]{3,30}@cruxbook\.example$/);
  });
});
