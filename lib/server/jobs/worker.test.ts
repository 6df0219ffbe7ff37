import { expect, test, vi } from 'vitest';
import { type Job, jobFailed, TakenOver, takeJobs } from '@/lib/server/data/jobs';
import { log } from '@/lib/server/log';
import { runMail } from './run-mail';
import { runDue, startWorker } from './worker';

vi.mock('@/lib/server/data/jobs', () => ({
  takeJobs: vi.fn(),
  jobFailed: vi.fn(),
  TakenOver: class extends Error {},
}));
vi.mock('./run-mail', () => ({ runMail: vi.fn() }));
vi.mock('./run-tell', () => ({ runTell: vi.fn() }));
vi.mock('./run-close-round', () => ({ runCloseRound: vi.fn() }));
const kinds = [
  'annotation-round',
  'close-round',
  'export',
  'freeze',
  'index-notes',
  'mail',
  'tell',
  'webhook',
];
vi.mock('node:timers/promises', () => ({ setTimeout: () => new Promise((done) => setImmediate(done)) }));
const end: (() => Promise<void>)[] = [];
vi.mock('@/lib/server/shutdown', () => ({ onShutdown: (close: () => Promise<void>) => end.push(close) }));

test('a database that does not answer is told of once it lasts, once, and not when it was a moment', async () => {
  const warn = vi.spyOn(log, 'warn').mockReturnValue();
  const answers = vi.mocked(takeJobs);
  const looks = async (many: number) => {
    const before = answers.mock.calls.length;
    await vi.waitFor(() => expect(answers.mock.calls.length).toBeGreaterThan(before + kinds.length * many));
  };
  answers.mockResolvedValue([]);
  startWorker();
  for (const kind of [...kinds, ...kinds])
    answers.mockRejectedValueOnce(new Error(`no connection for ${kind}`));
  await looks(4);
  expect(warn).not.toHaveBeenCalled();
  answers.mockRejectedValue(new Error('away'));
  await looks(20);
  expect(warn.mock.calls.map(([about]) => (about as { kind: string }).kind).sort()).toEqual(kinds);
  await Promise.all(end.map((close) => close()));
});

test('a job that another took over, or that nobody wants any more, did not fail', async () => {
  const warn = vi.spyOn(log, 'warn').mockReturnValue();
  warn.mockClear();
  vi.mocked(takeJobs).mockResolvedValueOnce([{ id: '1', kind: 'mail', attempts: 12 } as Job]);
  vi.mocked(runMail).mockRejectedValueOnce(new TakenOver());
  expect(await runDue('mail')).toBe(1);
  expect([warn.mock.calls, vi.mocked(jobFailed).mock.calls]).toEqual([[], []]);
});
