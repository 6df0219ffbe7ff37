import 'server-only';
import { type Job, jobDone, putOff } from '@/lib/server/data/jobs';
import { visitor } from '@/lib/server/data/viewer';
import { noteDelivered, noteFailed, waitingMessage } from '@/lib/server/data/webhook-messages';
import { sendMessage } from '@/lib/server/webhooks/send-message';

/** Tries of a message in all: about four hours (worker.ts says how long it waits between them). */
export const webhookAttempts = 12;

/** Why there was no answer, in words that say nothing of what is behind an address. */
const problems: Record<string, string> = {
  inside: 'not on the Internet',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
  ECONNREFUSED: 'no connection',
  ECONNRESET: 'no connection',
  ABORT_ERR: 'no answer in 10 s',
};

/** Sends a message, and notes what came of it. What answers 2xx has it; what redirects does not. */
export async function runWebhook(job: Job): Promise<void> {
  const { payload, attempts } = job;
  const message = await waitingMessage(visitor, (payload as { delivery: string }).delivery);
  if (!message) return jobDone(job);
  if (message.rest !== null) return putOff(job, message.rest);
  const { code, problem } = await sent(message);
  if (code !== null && code >= 200 && code < 300) {
    await noteDelivered(visitor, message, code);
    return jobDone(job);
  }
  const isLast = attempts >= webhookAttempts || code === 410 || problem === problems.inside;
  await noteFailed(visitor, message, { code, problem, isLast });
  if (isLast) return jobDone(job);
  throw Object.assign(new Error('not delivered'), { code: code === null ? (problem ?? '') : String(code) });
}

async function sent(message: Parameters<typeof sendMessage>[0]) {
  try {
    return { code: await sendMessage(message), problem: null };
  } catch (error) {
    const { code = '' } = error as { code?: string };
    return {
      code: null,
      problem:
        problems[code] ??
        (/^(ERR_(SSL|TLS)|CERT|DEPTH|SELF|UNABLE)/.test(code) ? 'no valid certificate' : 'no answer'),
    };
  }
}
