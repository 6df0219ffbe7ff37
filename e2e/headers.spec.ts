import type { APIResponse } from '@playwright/test';
import { expect, test } from './fixtures';

const always = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
};

const pages: [path: string, status: number, referrer: string][] = [
  ['/', 200, 'same-origin'],
  ['/sign-in', 200, 'same-origin'],
  ['/g/sample', 200, 'same-origin'],
  ['/no-such-page', 404, 'same-origin'],
  ['/g/no-such-group', 404, 'same-origin'],
  ['/setup?token=wrong', 404, 'no-referrer'],
  ['/invite/AAAAAAAAAAAAAAAAAAAAAA', 404, 'no-referrer'],
];

function nonceOf(answer: APIResponse): string {
  const policy = answer.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-eval');
  return /script-src 'nonce-([\w+/=]{24})' 'strict-dynamic'/.exec(policy)?.[1] ?? '';
}

for (const [path, status, referrer] of pages)
  test(`the page ${path} carries every security header, and its nonce on every script`, async ({
    request,
  }) => {
    const answer = await request.get(path, {
      headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-nonce': 'mine' },
    });
    expect(answer.status()).toBe(status);
    expect(answer.headers()).toMatchObject({ ...always, 'referrer-policy': referrer });
    expect(answer.headers()['cache-control']).toContain('no-store');
    expect(answer.headers()['x-powered-by']).toBeUndefined();
    const nonce = nonceOf(answer);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(nonceOf(await request.get(path))).not.toBe(nonce);
  });

for (const path of ['/api/v1/groups', '/api/v1/me', '/api/v1/no-such-thing', '/healthz', '/readyz'])
  test(`${path} may load nothing, whoever opens it`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.headers()).toMatchObject(always);
    expect(answer.headers()['content-security-policy']).toMatch(
      /^default-src 'none'; frame-ancestors 'none'/,
    );
    expect(answer.headers()['access-control-allow-origin']).toBeUndefined();
  });

test('a live stream carries them too', async ({ page }) => {
  await page.goto('/g/sample');
  const headers = await page.evaluate(async () => {
    const { items } = await (await fetch('/api/v1/groups/sample/essays')).json();
    const leaving = new AbortController();
    const stream = await fetch(`/api/v1/groups/sample/essays/${items[0].id}/events`, {
      signal: leaving.signal,
    });
    const names = Object.fromEntries(stream.headers);
    leaving.abort();
    return names;
  });
  expect(headers).toMatchObject({ ...always, 'content-type': expect.stringContaining('text/event-stream') });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

test('a script without the nonce does not run', async ({ page }) => {
  await page.goto('/sign-in');
  const ran = await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.attacked = true">');
    const script = document.createElement('div');
    script.innerHTML = '<a href="javascript:window.attacked = true">x</a>';
    document.body.append(script);
    script.querySelector('a')?.click();
    return new Promise((resolve) => setTimeout(() => resolve('attacked' in window), 300));
  });
  expect(ran).toBe(false);
});

for (const path of ['/g/no-such-group/essay?a=b', '/no-such-page'])
  test(`${path} says that nothing is there, and how to sign in and come back`, async ({ page }) => {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    await expect(page.getByText('You are not signed in.')).toBeVisible();
    const link = page.getByRole('link', { name: 'Sign in' });
    await expect(link).toHaveAttribute('href', `/sign-in?${new URLSearchParams({ callbackUrl: path })}`);
  });

for (const [path, words] of [
  ['/setup?token=wrong', 'This link was used or has expired.'],
  ['/invite/AAAAAAAAAAAAAAAAAAAAAA', 'it has expired, was used up or taken back'],
] as const)
  test(`${path} says that the link is over, and what to do`, async ({ page }) => {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
  });

test('who has no script reads that nothing is there as well', async ({ visit, signIn, groupOf, essayIn }) => {
  const ann = await signIn('Ann');
  const essay = await essayIn(ann, await groupOf(ann), '# Ours\n\nFor us alone.');
  const page = await visit({ javaScriptEnabled: false });
  for (const path of [
    essay,
    `${essay}/annotations`,
    `${essay.replace(/\/[^/]+$/, '')}/members`,
    '/g/nowhere',
    '/setup',
  ]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'To the start page' })).toBeVisible();
    expect(await page.content()).not.toContain('Ours');
  }
});

test('whoever types localhost for 127.0.0.1, or the reverse, arrives', async ({ page, baseURL }) => {
  const typed = new URL('/sign-in', baseURL);
  typed.hostname = typed.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  await page.goto(typed.href);
  await expect(page).toHaveURL(`${new URL(baseURL!).origin}/sign-in`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
