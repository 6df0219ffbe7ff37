import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Person, test } from './fixtures';
import { controlsSmallerThan, missingFocus, sidewaysOverflow } from './page-measures';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can do wrong; all else is the same in each. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

const longName =
  'Tuesday readers of long essays about evaluations, incentives and Donaudampfschifffahrtsgesellschaftskapitäne';
const essay = `# ${'An essay whose title goes on for longer than anybody thought a title could go on '.repeat(2)}

A paragraph with a word of no end: ${'unbreakable'.repeat(20)}.

## Second

- one
- two
`;

/** Groups in every state that a page can show. */
async function world(ann: Person) {
  const group = await ann.api<{ slug: string }>('POST', '/groups', { name: longName, visibility: 'private' });
  const empty = await ann.api<{ slug: string }>('POST', '/groups', {
    name: 'قراءة المقالات معًا',
    visibility: 'public',
    description: 'مجموعة للقراءة',
  });
  const path = `/groups/${group.slug}`;
  const listed = await ann.api<{ id: string; slug: string }>('POST', `${path}/essays`, {
    format: 'markdown',
    content: essay,
    authors: ['A. Author', 'An Author of a Very Long Name Indeed, the Third'],
    due: new Date(Date.now() + 3 * 86_400_000).toISOString(),
  });
  await ann.api('POST', `${path}/essays`, {
    format: 'text',
    content: 'Read long ago.',
    due: '2026-01-05T23:59:59Z',
  });
  await ann.api('PATCH', `${path}/tags/claim`, { retired: true });
  await ann.api('POST', `${path}/cards`, { kind: 'claim', statement: 'Proposed, and nothing else.' });
  const invitation = await ann.api<{ url: string }>('POST', `${path}/invitations`, {});
  const card = await ann.api<{ id: string; number: number }>('POST', `${path}/cards`, {
    kind: 'failure-mode',
    statement: `It happens that ${'unbreakable'.repeat(20)}`,
  });
  await ann.api('POST', `${path}/cards/${card.id}/positions`, { credence: 40 });
  const round = await ann.api<{ id: string }>('POST', `${path}/rounds`, {
    title: 'What we believe before we meet',
    closes: '2100-01-01T00:00:00Z',
    cards: [card.id],
  });
  const [first] = (await ann.api<{ items: { slug: string }[] }>('GET', '/groups/sample/essays')).items;
  return {
    private: `/g/${group.slug}`,
    empty: `/g/${empty.slug}`,
    essay: `/g/${group.slug}/${listed.slug}`,
    card: `/g/${group.slug}/cards/${card.number}`,
    round: `/g/${group.slug}/cards/rounds/${round.id}`,
    sample: `/g/sample/${first!.slug}`,
    invitation: new URL(invitation.url).pathname,
  };
}

type Paths = Awaited<ReturnType<typeof world>>;

const visited = (at: Paths) => ({
  start: '/',
  'sign in': '/sign-in',
  'sign in, refused': '/sign-in?error=credentials',
  'sign up': '/sign-up',
  'set up, over': '/setup?token=none',
  invitation: at.invitation,
  'public group': '/g/sample',
  'public members': '/g/sample/members',
  'public cards': '/g/sample/cards',
  'public corpus': '/g/sample/corpus',
  'public export': '/g/sample/export',
  'public releases': '/g/sample/releases',
  'public agreement': '/g/sample/agreement?tag=crux',
  concordance: '/g/sample/concordance?q=measure',
  search: '/search?q=measure',
  'nothing found': '/search?q=zyzzogeton',
  'nothing here': '/g/nowhere',
  essay: at.sample,
  'essay agreement': `${at.sample}/agreement`,
  annotations: `${at.sample}/annotations`,
  cases: `${at.sample}/adjudicate`,
});

const joined = (at: Paths) => ({
  start: '/',
  invitation: at.invitation,
  'private group': at.private,
  'empty group': at.empty,
  members: `${at.private}/members`,
  cards: `${at.private}/cards`,
  ranking: `${at.private}/cards?view=ranking&kind=claim`,
  'no cards': `${at.empty}/cards`,
  'group settings': `${at.private}/settings`,
  'add essay': `${at.private}/add`,
  'new group': '/groups/new',
  settings: '/settings',
  inbox: '/inbox',
  essay: at.sample,
  'own essay': at.essay,
  card: at.card,
  rounds: `${at.private}/cards/rounds`,
  round: at.round,
  corpus: `${at.private}/corpus`,
  export: `${at.private}/export`,
  import: `${at.private}/import`,
  releases: `${at.private}/releases`,
  agreement: `${at.private}/agreement`,
  'no concordance': `${at.private}/concordance?q=zyzzogeton`,
  moderation: `${at.private}/moderation`,
  'moderation log': `${at.private}/moderation/log`,
  'blind readings': `${at.essay}/rounds`,
  'essay agreement': `${at.essay}/agreement`,
  cases: `${at.essay}/adjudicate`,
  coverage: `${at.private}/coverage`,
  'looked for': `${at.essay}/checked`,
});

/** Pages that say that there is nothing. */
const unhappy = new Set(['nothing here', 'set up, over']);

async function violations(page: Page, colorScheme: 'light' | 'dark') {
  const axe = new AxeBuilder({ page }).setLegacyMode(); // without a second page for results: there are no frames
  const chosen = colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(rulesOfColours);
  const { violations } = await chosen.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** What is wrong with the page as it stands, in sentences. */
async function faults(page: Page, { colorScheme, size }: { colorScheme: 'light' | 'dark'; size: number }) {
  const found = await violations(page, colorScheme);
  if (colorScheme === 'dark') return found;
  found.push(...(await controlsSmallerThan(page, size)));
  if (size < 44) return found;
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await sidewaysOverflow(page)));
  await page.setViewportSize({ width: 390, height: 844 });
  return found;
}

test.describe.configure({ mode: 'parallel' });

const screens = [
  { width: 1440, height: 900, size: 24, touch: false },
  { width: 390, height: 844, size: 44, touch: true },
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const { width, height, size, touch } of screens)
    test(`every page can be read and used by everybody: ${colorScheme}, ${width} px`, async ({
      signIn,
      visit,
    }) => {
      test.setTimeout(240_000);
      const options = { colorScheme, viewport: { width, height }, hasTouch: touch };
      const ann = await signIn('Ann Example', options);
      const visitor = await visit(options);
      const at = await world(ann);
      const wrong: Record<string, string[]> = {};
      const look = async (page: Page, places: Record<string, string>, who: string) => {
        for (const [name, path] of Object.entries(places)) {
          const answer = await page.goto(path);
          expect(answer?.ok() || unhappy.has(name), `${path}: ${answer?.status()}`).toBe(true);
          const found = await faults(page, { colorScheme, size });
          if (found.length > 0) wrong[`${who}: ${name}`] = found;
        }
      };
      await Promise.all([look(visitor, visited(at), 'visitor'), look(ann.page, joined(at), 'member')]);
      await ann.page.goto(`${at.private}/add`);
      await ann.page.getByLabel('Text').fill(essay);
      await ann.page.getByRole('button', { name: 'Preview' }).click();
      await expect(ann.page.getByRole('region', { name: 'Preview' }).getByText('Second')).toBeVisible();
      const preview = await faults(ann.page, { colorScheme, size });
      if (preview.length > 0) wrong['member: preview'] = preview;
      expect(wrong).toEqual({});
    });

test('the focus can be seen wherever Tab leads', async ({ signIn }) => {
  test.setTimeout(90_000);
  const { page, api, ...person } = await signIn('Ann Example');
  const at = await world({ page, api, ...person });
  const wrong: Record<string, string[]> = {};
  for (const path of [
    '/',
    at.private,
    `${at.private}/members`,
    `${at.private}/settings`,
    `${at.private}/add`,
  ]) {
    await page.goto(path);
    const found = await missingFocus(page);
    if (found.length > 0) wrong[path] = found;
  }
  expect(wrong).toEqual({});
});

test('nothing moves for those who asked for less motion', async ({ signIn }) => {
  const ann = await signIn('Ann Example', { reducedMotion: 'reduce' });
  const at = await world(ann);
  for (const path of ['/', at.private, `${at.private}/members`]) {
    await ann.page.goto(path);
    await ann.page.getByRole('main').getByRole('link').last().hover();
    const longest = await ann.page.evaluate(() =>
      Math.max(
        0,
        ...document
          .getAnimations()
          // What follows the scrolling moves only as far as somebody scrolls.
          .filter(({ timeline }) => timeline instanceof DocumentTimeline)
          .map(({ effect }) => Number(effect?.getComputedTiming().duration)),
      ),
    );
    expect(longest).toBeLessThanOrEqual(1);
  }
});

test('in forced colours the tab one stands in can be told from the others', async ({ signIn }) => {
  const ann = await signIn('Ann Example', { forcedColors: 'active' });
  const at = await world(ann);
  await ann.page.goto(`${at.private}/members`);
  const edge = (name: string) =>
    ann.page
      .getByRole('navigation', { name: 'Group' })
      .getByRole('link', { name })
      .evaluate((tab) => getComputedStyle(tab).borderBottomColor);
  expect(await edge('Members')).not.toBe(await edge('Essays'));
});
