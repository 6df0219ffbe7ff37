import { expect, onTestFinished, test, vi } from 'vitest';
import { visitor } from '@/lib/server/data/viewer';
import { leasedStream } from './leased-stream';
import { runningAs } from './running-as';
import { beginRunning, type RunningLease } from './running-exports';

const ann = { ...visitor, user: { id: 'ann', name: 'Ann', isAdmin: false } };

// biome-ignore lint/correctness/useYield: it breaks off before there is anything.
async function* broken(): AsyncGenerator<Uint8Array> {
  throw new Error('The database went away.');
}

test.each(['before it is answered', 'afterwards'])(
  'one that breaks off by itself gives its place back once, to who goes away %s',
  async (when) => {
    const uncaught = vi.fn();
    process.on('uncaughtException', uncaught);
    onTestFinished(() => void process.off('uncaughtException', uncaught));
    const leaving = new AbortController();
    const end = vi.fn();
    const answer = async (lease: RunningLease) => {
      end.mockImplementation(lease.end);
      const response = new Response(leasedStream(broken(), Object.assign(lease, { end })));
      await vi.waitFor(() => expect(end).toHaveBeenCalled());
      if (when !== 'afterwards') leaving.abort();
      return response;
    };
    await runningAs(ann, new Request('http://127.0.0.1/', { signal: leaving.signal }), answer);
    const next = beginRunning('ann');
    leaving.abort();
    await new Promise(setImmediate);
    expect(uncaught).not.toHaveBeenCalled();
    expect(end).toHaveBeenCalledOnce();
    expect(() => beginRunning('ann')).toThrow('An export of yours is running.');
    next.end();
  },
);
