import { ApiError } from '@/components/api-client';
import { isTyping } from '@/components/is-typing';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { deliver, pauseBefore, verdictOn } from './deliver';
import type { Desk } from './desk';
import type { Guess } from './guesses';

/** Resolves when the time is over, the network is back, or the person says "try again". */
const pause = (desk: Desk) => (attempt: number) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      desk.nudge.removeEventListener('now', done);
      resolve();
    };
    const timer = setTimeout(done, pauseBefore(attempt, Math.random()));
    desk.nudge.addEventListener('now', done);
  });

/** The annotation that a change is of was refused, or has been deleted. */
export class Gone extends Error {
  constructor() {
    super('The annotation is not there any more.');
  }
}

/**
 * Asks to sign in; resolves when somebody has, rejects when the dialog is closed. Whoever is writing goes on, since the
 * dialog would take their next letters for a password: a line above the notes says it, and the dialog comes when they
 * leave the field.
 */
export function signInAgain(desk: Desk): Promise<void> {
  return new Promise((resolve, reject) => {
    let isFetched = false;
    const open = () => {
      if (!isFetched || isWriting(desk)) return;
      clearInterval(waiting);
      desk.patch({ dialog: { kind: 'sign-in' } });
    };
    // A field that is taken away with the focus in it says nothing.
    const waiting = setInterval(open, 200);
    const settle = (event: string, done: () => void) =>
      desk.nudge.addEventListener(
        event,
        () => {
          clearInterval(waiting);
          done();
        },
        { once: true },
      );
    settle('signed-in', resolve);
    settle('not-now', () => reject(new Error('Not signed in.')));
    desk.patch({ line: 'signed-out' });
    // It opens at the moment that is right, not when it has come; what cannot be fetched says so in its place.
    import('./dialogs')
      .catch(() => {})
      .finally(() => {
        isFetched = true;
      });
  });
}

/** Whether the next key is for what somebody writes: they are at it, or their field has been asked for and is about to come. */
function isWriting(desk: Desk): boolean {
  const at = document.activeElement;
  // A dialog's words stay in it, under this one, and the line cannot be reached from there.
  if (isTyping(at) && !at?.closest('dialog')) return true;
  const { writing } = desk.get();
  return writing !== null && !document.querySelector(`.writer[data-of="${writing.annotation}"]`);
}

/** Sends something new until it is saved; `id` carries the "not saved yet" meanwhile. Throws refusals only. */
export async function sendNew<T>(desk: Desk, id: string, send: () => Promise<T>): Promise<T> {
  try {
    return await deliver({
      send,
      pause: pause(desk),
      signIn: () => signInAgain(desk),
      report: (reason) => desk.setUnsaved(id, reason),
    });
  } finally {
    desk.setUnsaved(id, undefined);
  }
}

/** A failure is told only when what failed is kept on this device: "not saved yet" must survive a reload. */
export const failingOnce =
  (kept: Promise<unknown>) =>
  async (error: unknown): Promise<never> => {
    await kept;
    throw error;
  };

interface Change {
  guess: Guess;
  /** Gets what the server said last; answers what it says now. */
  send: (current: Annotation) => Promise<Annotation | null>;
}

/**
 * Shows a change of an annotation at once and sends it after earlier ones. An expired sign-in is asked for and the
 * change sent again; any other refusal takes the guess back and is thrown.
 */
export async function change(desk: Desk, id: string, { guess, send }: Change): Promise<void> {
  desk.overlay.add(id, guess, desk.annotation(id));
  try {
    const answer = await desk.queue.run(id, async () => {
      const current = () => {
        const known = desk.overlay.truth(id) ?? desk.annotation(id);
        if (!known) throw new Gone();
        return known;
      };
      const attempt = async () => send(current());
      try {
        return await attempt();
      } catch (error) {
        if (verdictOn(error) !== 'sign-in') throw error;
        await signInAgain(desk);
        return await attempt();
      }
    });
    desk.overlay.drop(id, guess, answer);
  } catch (error) {
    desk.overlay.drop(id, guess);
    throw error;
  }
}

/** A change of the light kind: when it fails, a sentence says so and that is all. */
export const lightly = (desk: Desk, id: string, what: Change): Promise<void> =>
  change(desk, id, what).catch((error: unknown) => desk.say(reasonOf(error)));

/** A sentence for the person. */
export const reasonOf = (error: unknown): string =>
  error instanceof ApiError || error instanceof Error ? error.message : 'Something went wrong.';
