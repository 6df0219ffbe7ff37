import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EssayAgreement } from '@/lib/core/api/agreement';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import type { Release, ReleaseDiff } from '@/lib/core/api/releases';
import { rewordCard, stepCard } from '@/lib/server/data/cards/change-card';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words } from '@/lib/server/data/cards/curating-group.fixture';
import { takePosition } from '@/lib/server/data/cards/positions';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { terminal } from './terminal.fixture';

const { cruxbook, json, at } = terminal();

const addresses = ['ann', 'ben'].map((name) => `${name}@rounds.example`);
let club: Awaited<ReturnType<typeof readingGroup>>;
let ann: SignedIn;
let owner: SignedIn;

beforeAll(async () => {
  club = await readingGroup();
  owner = await club.join('Ola', 'owner');
  ann = await club.join('Ann', 'member');
  const ben = await club.join('Ben', 'member');
  const named = {
    [owner.user.id]: 'ola@rounds.example',
    [ann.user.id]: addresses[0],
    [ben.user.id]: addresses[1],
  };
  for (const [id, email = ''] of Object.entries(named))
    await db().user.update({ where: { id }, data: { email } });
});

const claim = (words: string, tags = ['claim']) => createAnnotation(ann, club.place, mark(words, { tags }));

describe('releases', () => {
  const of = () => ['--group', club.group];
  const create = (title: string) => json<Release>('release', 'create', ...of(), '--title', title);

  test('are frozen at once, listed, compared and taken, whole or in part', async () => {
    expect((await cruxbook('release', 'list', ...of())).out).toBe('There is none yet.\n');
    const [gone, changed] = [await claim('brown fox'), await claim('quick')];
    const card = await createCard(owner, club.group, { ...words, statement: 'It rains.' });
    const first = await create('For the paper');
    expect(first).toMatchObject({ number: 1, state: 'frozen', counts: { annotations: 2 } });
    await deleteAnnotation(ann, gone.id);
    const change = { tags: [], comment: { markdown: 'Is it *so*?' } };
    await editAnnotation(ann, changed.id, { change, ifMatch: null });
    const rewording = { statement: 'It pours.', wordingOnly: false, reason: '', ifMatch: null };
    await rewordCard(owner, { group: club.group, card: card.id }, rewording);
    await stepCard(
      owner,
      { group: club.group, card: card.id },
      { verb: 'accept', reason: '', ifMatch: null },
    );
    await claim('lazy dog', ['crux']);
    const { out } = await cruxbook('release', 'create', ...of(), '--title', 'A week later');
    expect(out).toMatch(/^Release 2 {2}[0-9a-f]{64}\n$/);
    const { items } = await json<{ items: Release[] }>('release', 'list', ...of());
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      [2, 'A week later'],
      [1, 'For the paper'],
    ]);
    const between = ['release', 'diff', ...of(), '--from', '1', '--to', '2'];
    expect(await json<ReleaseDiff>(...between)).toMatchObject({
      counts: { added: 1, removed: 1, retagged: 1 },
    });
    const told = (await cruxbook(...between)).out;
    expect(told).toMatch(/^ {7}1 {2}added\n/);
    expect(told).toContain(`removed  ${gone.id}  brown fox\n`);
    expect(told).toContain(
      `retagged,reworded  ${changed.id}  quick  tags claim → none  comment none → Is it so?\n`,
    );
    expect(told).toContain('reworded,restated  card 1  It rains. → It pours.  status proposed → canonical\n');
    const wish = ['export', ...of(), '--release', '1', '--format', 'jsonl', '--out', 'corpus'];
    const { files } = await json<{ files: { file: string; sha256: string }[] }>(...wish);
    const bytes = await readFile(at('corpus', files[0]?.file ?? ''));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(files[0]?.sha256);
    expect(bytes.toString()).toContain('brown fox');
    expect(await json(...wish, '--tags', 'crux')).toMatchObject({ counts: { annotations: 0 } });
    const part = await json<{ files: { file: string }[] }>(...wish, '--q', 'BROWN');
    expect([files, part.files].map(([one]) => one?.file.replace(/^g-.{36}/, 'GROUP'))).toEqual([
      'GROUP-release-1.jsonl',
      'GROUP-release-1-part.jsonl',
    ]);
    expect(part).toMatchObject({ counts: { annotations: 1 } });
    const then = await cruxbook(...wish, '--as-of', '2026-11-01');
    expect(then).toMatchObject({ code: 1, out: '' });
    expect(then.err).toContain('Of a release, leave out “asOf”: it is of one moment.');
  }, 60_000);

  test.each([
    ['a release that is not there', 1, ['--from', '1', '--to', '9'], 'This group has no release 9.'],
    ['a number that is none', 2, ['--from', 'one', '--to', '2'], 'A number from 1.'],
    ['only one of two', 2, ['--from', '1'], '--to is missing'],
  ])(
    'of %s end with a sentence and code %i',
    async (_, code, flags, sentence) => {
      const answer = await cruxbook('release', 'diff', ...of(), ...flags);
      expect(answer).toMatchObject({ code, out: '' });
      expect(answer.err).toContain(sentence);
    },
    20_000,
  );

  test('and exports say how many answers stay out, and why', async () => {
    const card = await createCard(ann, club.group, { ...words, statement: 'It rains.' });
    const answer = { credence: 80, reason: '', wouldChangeMind: '' };
    await takePosition(ann, { group: club.group, card: card.id }, answer);
    const wish = ['export', ...of(), '--format', 'jsonl', '--out', 'hidden'];
    expect((await cruxbook(...wish)).out).toMatch(
      /jsonl\n# 1 more answer is on a card that you have not answered\.\n# “You” is Ola/,
    );
    expect(await json(...wish)).toMatchObject({ hiddenPositions: 1, counts: { positions: 0 } });
    expect(await json(...wish, '--as', addresses[0]!)).toMatchObject({ hiddenPositions: 0 });
  }, 60_000);

  test('are frozen by moderators only', async () => {
    const asked = await cruxbook('release', 'create', ...of(), '--title', 'Mine', '--as', addresses[0]!);
    expect(asked).toMatchObject({ code: 1, out: '' });
    expect(asked.err).toContain('your role in this group does not allow it');
  }, 20_000);
});

describe('blind readings', () => {
  const of = () => ['--group', club.group, '--essay', 'the-fox'];
  const create = (...flags: string[]) =>
    json<AnnotationRound>('round', 'create', ...of(), '--people', addresses.join(','), ...flags);

  test('are begun, listed and revealed', async () => {
    expect((await cruxbook('round', 'list', ...of())).out).toBe('None.\n');
    const round = await create('--tags', 'claim', '--reveals', '2100-01-01T00:00:00Z');
    expect(round).toMatchObject({
      state: 'alone',
      title: 'Blind reading',
      people: 2,
      tags: ['claim'],
      revealWhenAllDone: true,
      reveals: '2100-01-01T00:00:00.000Z',
    });
    expect((await claim('sleeps')).held).toMatchObject({ as: 'sealed' });
    const list = (await cruxbook('round', 'list', ...of())).out;
    expect(list).toBe(`${round.id}  alone      0/2 done  Blind reading\n`);
    const again = await cruxbook('round', 'create', ...of(), '--people', addresses.join(','));
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('already in a round');
    expect((await cruxbook('round', 'reveal', round.id, ...of())).out).toBe('Revealed: Blind reading\n');
    const { items } = await json<{ items: AnnotationRound[] }>('round', 'list', ...of());
    expect(items).toMatchObject([{ state: 'revealed', endedBy: { name: 'Ola' } }]);
    const ofReaders = ['--round', round.id];
    const passages = (await json<{ cases: unknown[] }>('adjudication', 'list', ...of(), ...ofReaders)).cases;
    expect(passages).toHaveLength(1);
    const { figures } = await json<EssayAgreement>('agreement', ...of(), ...ofReaders);
    expect(figures).toMatchObject({ texts: 0, annotators: 0 });
    expect((await cruxbook('agreement', '--group', club.group, '--round', round.id)).code).toBe(2);
  }, 60_000);

  test.each([
    ['one person', 1, () => ['create', '--people', addresses[0]!], 'two people'],
    ['somebody who is not there', 1, () => ['create', '--people', 'no@rounds.example'], 'no account'],
    ['a time that is none', 2, () => ['create', '--people', 'a,b', '--reveals', 'soon'], '--reveals'],
    ['none that is there', 1, () => ['reveal', club.essay], 'There is nothing here'],
  ])(
    'of %s end with a sentence and code %i',
    async (_, code, flags, sentence) => {
      const [verb = '', ...rest] = flags();
      const answer = await cruxbook('round', verb, ...rest, ...of());
      expect(answer).toMatchObject({ code, out: '' });
      expect(answer.err).toContain(sentence);
      expect(answer.err).not.toMatch(/\n\s+at /);
    },
    20_000,
  );
});
