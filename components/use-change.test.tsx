// @vitest-environment jsdom
import { act, useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from './api-client';
import { show } from './page.fixture';
import { useChange } from './use-change';

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

/** What the server is asked, until it answers. */
function question() {
  let settle = { resolve: () => {}, reject: (_: Error) => {} };
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}

let answer = question();
/** What the page lists from now on. */
let list: (names: readonly string[]) => void;

function Passage({ name }: { name: string }) {
  const { pending, change } = useChange();
  return (
    <li>
      <button id={name} type="button" disabled={pending} onClick={() => void change(() => answer.promise)}>
        Remove
      </button>
    </li>
  );
}

function Passages() {
  const [names, setNames] = useState<readonly string[]>(['first', 'second']);
  list = setNames;
  return (
    <>
      <h2 id="title">Passages</h2>
      <ul>
        {names.map((name) => (
          <Passage key={name} name={name} />
        ))}
      </ul>
      <button id="other" type="button">
        Other
      </button>
    </>
  );
}

const get = (id: string) => document.getElementById(id) as HTMLButtonElement;

/** As browsers do: a button that is disabled has the focus no more. */
async function press(id: string) {
  get(id).focus();
  await act(async () => get(id).click());
  expect(get(id).disabled).toBe(true);
  get('other').focus();
  get('other').blur();
  expect(document.activeElement).toBe(document.body);
}

beforeEach(async () => {
  answer = question();
  router.refresh.mockReset();
  await show(<Passages />);
});

describe('the focus', () => {
  test('comes back to the button that was pressed, when it is still there', async () => {
    await press('first');
    await act(async () => answer.resolve());
    expect(router.refresh).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(get('first'));
  });

  test('comes to the heading above, when what was changed is gone from the page', async () => {
    router.refresh.mockImplementation(() => list(['second']));
    await press('first');
    await act(async () => answer.resolve());
    expect(get('first')).toBeNull();
    expect(document.activeElement).toBe(get('title'));
  });

  test('comes back as well when the server refuses, or says nothing', async () => {
    for (const status of [409, 0]) {
      answer = question();
      await press('first');
      await act(async () => answer.reject(new ApiError(status, null)));
      expect(document.activeElement).toBe(get('first'));
      expect(router.refresh).toHaveBeenCalledOnce();
    }
  });

  test('stays where somebody has put it meanwhile', async () => {
    router.refresh.mockImplementation(() => list(['second']));
    await press('first');
    get('other').focus();
    await act(async () => answer.resolve());
    expect(document.activeElement).toBe(get('other'));
  });

  test('is the person’s own again, once the page is shown', async () => {
    await press('first');
    await act(async () => answer.resolve());
    get('first').blur();
    expect(document.activeElement).toBe(document.body);
    await act(async () => list(['second']));
    expect(document.activeElement).toBe(document.body);
  });
});
