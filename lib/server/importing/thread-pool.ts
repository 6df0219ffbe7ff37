import { on } from 'node:events';
import type { Worker } from 'node:worker_threads';

interface Limits {
  /** Threads at work at the same time. */
  threads: number;
  /** Tasks that may wait for one; more are refused. */
  waiting: number;
  /** Milliseconds that one task may take. */
  time: number;
  /** Milliseconds without a task after which threads end, to give back their memory. */
  idle: number;
}

/** `busy`: too many tasks wait. `time`, `memory`: the task took more than it may. */
export class TaskGivenUp extends Error {
  override name = 'TaskGivenUp';

  constructor(readonly reason: 'busy' | 'time' | 'memory') {
    super(`A task was given up: ${reason}.`);
  }
}

/**
 * Runs tasks in threads that answer each message with one message, before which `{ part }` may come: what is large takes up
 * less memory in parts. A thread that fails or takes too long is ended with
 * its task, and takes nothing else with it.
 */
export class ThreadPool<Task, Answer, Part = never> {
  private readonly resting = new Set<Worker>();
  private readonly queue: (() => void)[] = [];
  private working = 0;
  private sleep: NodeJS.Timeout | undefined;

  constructor(
    private readonly open: () => Worker,
    private readonly limits: Limits,
  ) {}

  /**
   * The answer, the thread's own error, or a `TaskGivenUp`. Waiting for a thread does not count as time taken. `given` is
   * memory of the task that the thread gets rather than copies, and nobody else has any more.
   */
  async run(task: Task, take: (part: Part) => void = () => {}, given: ArrayBuffer[] = []): Promise<Answer> {
    await this.turn();
    try {
      const thread = this.rested() ?? this.opened();
      return await this.ask(thread, () => thread.postMessage(task, given), take);
    } finally {
      this.working -= 1;
      this.queue.shift()?.();
    }
  }

  private turn(): Promise<void> {
    if (this.queue.length >= this.limits.waiting && this.working >= this.limits.threads)
      return Promise.reject(new TaskGivenUp('busy'));
    return new Promise((resolve) => {
      const begin = () => {
        this.working += 1;
        resolve();
      };
      if (this.working < this.limits.threads) begin();
      else this.queue.push(begin);
    });
  }

  private rested(): Worker | undefined {
    const [thread] = this.resting;
    if (thread) this.resting.delete(thread);
    return thread;
  }

  private opened(): Worker {
    const thread = this.open();
    // An error of a thread that rests would end the whole process.
    thread.on('error', () => {});
    thread.on('exit', () => this.resting.delete(thread));
    return thread;
  }

  private async ask(thread: Worker, tell: () => void, take: (part: Part) => void): Promise<Answer> {
    clearTimeout(this.sleep);
    thread.ref();
    try {
      const messages = on(thread, 'message', { signal: AbortSignal.timeout(this.limits.time) });
      tell();
      for await (const [message] of messages) {
        if (!isPart<Part>(message)) {
          this.rest(thread);
          return message;
        }
        take(message.part);
      }
      throw new Error('A thread went away.');
    } catch (error) {
      void thread.terminate();
      throw givenUp(error);
    } finally {
      this.sleepSoon();
    }
  }

  /** Keeps the thread for the next task, but no process alive for it. */
  private rest(thread: Worker): void {
    thread.unref();
    this.resting.add(thread);
  }

  private sleepSoon(): void {
    clearTimeout(this.sleep);
    this.sleep = setTimeout(() => {
      for (const one of this.resting) void one.terminate();
      this.resting.clear();
    }, this.limits.idle).unref();
  }
}

const isPart = <Part>(message: unknown): message is { part: Part } =>
  typeof message === 'object' && message !== null && 'part' in message;

function givenUp(error: unknown): unknown {
  const { name, code } = error as NodeJS.ErrnoException;
  if (name === 'AbortError') return new TaskGivenUp('time');
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TaskGivenUp('memory') : error;
}
