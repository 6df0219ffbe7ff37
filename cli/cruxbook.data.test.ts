import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { passwordMatches } from '@/lib/server/auth/password';
import { essayAdjudication } from '@/lib/server/data/adjudication/adjudication';
import { decideCases } from '@/lib/server/data/adjudication/decide-cases';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { invitationOffer } from '@/lib/server/data/invitations';
import { personOf } from '@/lib/server/data/people';
import { beginSession, listSessions } from '@/lib/server/data/sessions';
import { accountOf } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { viewerOf } from '@/lib/server/session/viewer';
import { terminal } from './terminal.fixture';

const { tell, cruxbook, json, at } = terminal();

const owner = 'olga@example.org';
const account = (email: string, name: string) => [
  '--email',
  email,
  '--name',
  name,
  '--password',
  'a long enough one',
];

describe('a whole set-up without a browser', () => {
  let token: string;
  let group: { id: string; slug: string };
  let essay: { id: string; slug: string; title: string };

  test('makes accounts, an administrator among them', async () => {
    const admin = await json<{ isAdmin: boolean }>('user', 'create', ...account(owner, 'Olga'), '--admin');
    expect(admin.isAdmin).toBe(true);
    expect(JSON.stringify(admin)).not.toContain('long enough');
    await json('user', 'create', ...account('Mia@Example.org', 'Mia'));
  }, 60_000);

  test('makes a token that signs in with its scope', async () => {
    ({ token } = await json<{ token: string }>('token', 'create', '--email', owner, '--scope', 'write'));
    const viewer = await viewerOf(new Headers({ authorization: `Bearer ${token}` }));
    expect(viewer).toMatchObject({ user: { name: 'Olga' }, scope: 'write' });
  }, 60_000);

  test('makes a group, adds a member and invites others', async () => {
    const wish = [
      '--name',
      'Circle',
      '--visibility',
      'private',
      '--owner',
      owner,
      '--description',
      'We read.',
    ];
    group = await json('group', 'create', ...wish);
    const added = await json(
      'group',
      'add-member',
      '--group',
      group.slug,
      '--email',
      'mia@example.org',
      '--role',
      'reader',
    );
    expect(added).toMatchObject({ person: { name: 'Mia' }, role: 'reader' });
    const link = await json<{ token: string }>('invitation', 'create', '--group', group.id, '--uses', '1');
    expect((await invitationOffer(visitor, link.token)).group.id).toBe(group.id);
  }, 60_000);

  test('imports a file that lies where the person stands', async () => {
    await writeFile(at('jar.md'), '# The Jar\n\nIt is full of thanks.\n');
    essay = await json(
      'essay',
      'import',
      'jar.md',
      '--group',
      group.slug,
      '--author',
      'A, B',
      '--licence',
      'CC0 1.0',
    );
    expect(essay).toMatchObject({ title: 'The Jar', slug: 'the-jar', authors: ['A', 'B'] });
  }, 60_000);

  test('lists annotations, each viewer their own', async () => {
    const viewer = await personOf(visitor, owner);
    const selector = [{ type: 'TextQuoteSelector' as const, exact: 'full of thanks' }];
    const place = { group: group.id, essay: essay.id };
    await createAnnotation(viewer, place, {
      target: { version: 1, selector },
      tags: ['crux'],
      visibility: 'private',
    });
    const list = ['annotation', 'list', '--group', group.slug, '--essay', 'the-jar'];
    expect((await json<{ items: object[] }>(...list)).items).toMatchObject([{ tags: ['crux'] }]);
    expect((await json<{ items: object[] }>(...list, '--as', 'mia@example.org')).items).toEqual([]);
    expect((await cruxbook(...list)).out).toContain('"full of thanks"');
  }, 60_000);

  test('exports into a folder, and says the hash of what it wrote', async () => {
    const wish = ['export', '--group', group.slug, '--format', 'jsonl', '--out', 'corpus'];
    type Answer = { files: { file: string; sha256: string }[]; counts: { documents: number } };
    const { files, counts } = await json<Answer>(...wish);
    expect(await readdir(at('corpus'))).toEqual(files.map(({ file }) => file));
    const bytes = await readFile(at('corpus', files[0]?.file ?? ''));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(files[0]?.sha256);
    expect(counts.documents).toBe(1);
    expect((await cruxbook(...wish)).out).toMatch(/^# “You” is .+, who owns the group/m);
    expect((await cruxbook(...wish, '--as', owner)).out).not.toContain('who owns the group');
  }, 60_000);

  test('proposes, accepts, merges and lists cards', async () => {
    const of = ['--group', group.slug];
    const create = (words: string) =>
      json<{ number: number }>('card', 'create', words, ...of, '--kind', 'claim');
    const [jar, mug] = [await create('The jar is full.'), await create('The jar is never full.')];
    expect(await json('card', 'step', `${jar.number}`, ...of, '--verb', 'accept')).toMatchObject({
      status: 'canonical',
    });
    const list = () => json<{ items: { number: number; aliases: number[] }[] }>('card', 'list', ...of);
    expect((await list()).items.map(({ number }) => number).sort()).toEqual([jar.number, mug.number]);
    await json('card', 'merge', `${mug.number}`, ...of, '--into', `${jar.number}`, '--negated');
    expect((await list()).items).toMatchObject([{ number: jar.number, aliases: [mug.number] }]);
    const { out } = await cruxbook('card', 'list', ...of, '--sort', 'number');
    expect(out).toBe('#1             canonical      claim        The jar is full.\n');
    expect((await cruxbook('coverage', 'list', ...of)).out).toContain('the-jar,The Jar,1,claim,unchecked');
    expect((await cruxbook('agreement', ...of)).out).toContain(
      'No two people have annotated the same text yet',
    );
    expect(await json('agreement', ...of, '--essay', 'the-jar')).toMatchObject({ figures: { texts: 0 } });
  }, 60_000);

  test('lists what was decided on the passages of an essay', async () => {
    const viewer = await personOf(visitor, owner);
    const place = { group: group.id, essay: essay.id };
    const selector = [{ type: 'TextQuoteSelector' as const, exact: 'full of thanks' }];
    await createAnnotation(viewer, place, { target: { version: 1, selector }, tags: ['crux'] });
    const [one] = (await essayAdjudication(viewer, place)).cases;
    await decideCases(viewer, place, [
      { case: one!.id, state: one!.state, verdict: 'reject', marks: [], reason: 'It is a jar.' },
    ]);
    const list = ['adjudication', 'list', '--group', group.slug, '--essay', 'the-jar'];
    expect((await cruxbook(...list)).out).toMatch(/^decided {2}reject {2}15-29 +full of thanks$/m);
    expect(await json(...list)).toMatchObject({ cases: [{ decision: { reason: 'It is a jar.' } }] });
  }, 60_000);
});

test('tells and changes who may make an account', async () => {
  expect(await json('site', 'policy')).toEqual({ signUp: 'invite' });
  expect(await json('site', 'policy', 'open')).toEqual({ signUp: 'open' });
  expect((await cruxbook('site', 'policy')).out).toContain('Anybody');
  expect(await json('site', 'policy', 'invite')).toEqual({ signUp: 'invite' });
}, 60_000);

describe('a password that somebody forgot', () => {
  const email = 'pia@example.org';
  const set = (typed: string) => tell(typed, 'user', 'password', '--email', email);
  const opens = async (password: string) => {
    const account = await accountOf(visitor, email);
    return passwordMatches(account?.passwordHash ?? '', password);
  };

  test('is set anew from a pipe, and every session ends', async () => {
    await json('user', 'create', ...account(email, 'Pia'));
    const pia = await personOf(visitor, email);
    await beginSession(visitor, { tokenHash: 'of-pia', user: pia.user!.id, userAgent: null });
    expect(await listSessions(pia)).toHaveLength(1);
    const { code, out, err } = await set('rain on a tin roof\n');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('tin roof');
    expect(await opens('rain on a tin roof')).toBe(true);
    expect(await opens('a long enough one')).toBe(false);
    expect(await listSessions(pia)).toEqual([]);
  }, 60_000);

  test.each([
    ['nothing', '\n', 2, 'at least 8'],
    ['a short one', 'short\n', 2, 'at least 8'],
    ['one that anybody would try', 'password1\n', 1, 'anybody would try'],
  ])(
    'is not %s',
    async (_, typed, code, sentence) => {
      const answer = await set(typed);
      expect(answer).toMatchObject({ code, out: '' });
      expect(answer.err).toContain(sentence);
      expect(await opens('rain on a tin roof')).toBe(true);
    },
    60_000,
  );
});

describe('what cannot be done', () => {
  test.each([
    ['an unknown command', 2, ['group', 'destroy'], 'There is no command "group destroy"'],
    ['a flag that is not there', 2, ['user', 'create', '--colour', 'red'], '--colour'],
    ['a flag that is missing', 2, ['user', 'create', '--email', 'x@example.org'], 'password'],
    [
      'a short password',
      2,
      ['user', 'create', '--email', 'x@example.org', '--name', 'X', '--password', 'short'],
      'password',
    ],
    [
      'a file whose ending says nothing',
      2,
      ['essay', 'import', 'jar', '--group', 'circle'],
      '--format is missing: text, markdown or html',
    ],
    ['a policy that is none', 2, ['site', 'policy', 'closed'], 'invite'],
    ['an address nobody has', 1, ['token', 'create', '--email', 'nobody@example.org'], 'no account'],
    [
      'a file that is not there',
      2,
      ['essay', 'import', 'no.md', '--group', 'circle', '--format', 'text'],
      'cannot be read',
    ],
    ['an account that exists', 1, ['user', 'create', ...account(owner, 'Again')], 'account with this e-mail'],
  ])(
    '%s ends with a sentence and code %i',
    async (_, code, args, sentence) => {
      const answer = await cruxbook(...args);
      expect(answer).toMatchObject({ code, out: '' });
      expect(answer.err).toContain(sentence);
      expect(answer.err).not.toMatch(/\n\s+at /);
    },
    20_000,
  );

  test('is told to machines in a sentence, without the help', async () => {
    const { err } = await cruxbook('essay', 'import', 'jar.md', '--json');
    expect(JSON.parse(err)).toEqual({ detail: '--group is missing: id or slug.' });
  }, 60_000);

  test('is told to machines in JSON', async () => {
    const { err } = await cruxbook('token', 'create', '--email', 'nobody@example.org', '--json');
    expect(JSON.parse(err)).toMatchObject({ status: 404, type: 'urn:cruxbook:no-person' });
  }, 60_000);
});

test('--help explains a command and its flags', async () => {
  const { code, out } = await cruxbook('essay', 'import', '--help');
  expect(code).toBe(0);
  expect(out).toContain('essay import FILE');
  expect(out).toContain('--language TAG');
}, 60_000);
