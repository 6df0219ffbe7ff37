import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { once } from './idempotency';
import { person, type SignedIn } from './person.fixture';

let ann: SignedIn;
let ben: typeof ann;

beforeAll(async () => {
  ann = await person('Ann');
  ben = await person('Ben');
});

/** Work that is under way until it is let go. */
function work(outcome: () => string) {
  let begun!: () => void;
  let letGo!: () => void;
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const end = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const effect = async () => {
    begun();
    await end;
    return { status: 201, body: outcome() };
  };
  return { effect, beginning, letGo };
}

const never = () => Promise.reject(new Error('This must not run.'));

test('a repeat while the first is under way is told to wait a second, and gets its answer afterwards', async () => {
  const claim = { key: v7(), requestHash: 'a' };
  const { effect, beginning, letGo } = work(() => 'made');
  const first = once(ann, claim, effect);
  await beginning;
  await expect(once(ann, claim, never)).rejects.toMatchObject({
    status: 409,
    code: 'in-flight',
    extensions: { retryAfter: 1 },
  });
  letGo();
  expect(await first).toEqual({ status: 201, body: 'made', replayed: false });
  expect(await once(ann, claim, never)).toEqual({ status: 201, body: 'made', replayed: true });
});

test('others, and other keys, do not wait', async () => {
  const claim = { key: v7(), requestHash: 'a' };
  const { effect, beginning, letGo } = work(() => 'made');
  const first = once(ann, claim, effect);
  await beginning;
  const quick = async () => ({ status: 201, body: 'at once' });
  expect(await once(ben, claim, quick)).toMatchObject({ body: 'at once', replayed: false });
  expect(await once(ann, { ...claim, key: v7() }, quick)).toMatchObject({ body: 'at once' });
  letGo();
  await first;
});

test('a key whose request failed is free', async () => {
  const claim = { key: v7(), requestHash: 'a' };
  await expect(once(ann, claim, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const quick = async () => ({ status: 201, body: 'made' });
  expect(await once(ann, claim, quick)).toMatchObject({ body: 'made', replayed: false });
});

test('a key stands for one request', async () => {
  const claim = { key: v7(), requestHash: 'a' };
  await once(ann, claim, async () => ({ status: 201, body: 'made' }));
  await expect(once(ann, { ...claim, requestHash: 'b' }, never)).rejects.toMatchObject({ status: 422 });
});
