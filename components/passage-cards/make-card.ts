import { verdictOn } from '@/components/annotation/deliver';
import type { Desk } from '@/components/annotation/desk';
import { reasonOf, signInAgain } from '@/components/annotation/send';
import { api } from '@/components/api-client';
import type { NewCard } from '@/components/crux/new-card/new-card-form';
import type { OccurrenceRole } from '@/lib/core/api/card-schemas';
import { forgetWords } from './card-words';
import { loadCards } from './load-cards';

/** Proposes a new card that the passage states. */
export function propose(desk: Desk, note: string, { id, kind, statement, details }: NewCard): Promise<void> {
  const group = desk.store.reading.group.slug;
  return settle(desk, note, async () => {
    const words = { kind, statement: statement.trim(), details: details.trim() };
    const made = await api('POST /groups/{group}/cards', {
      params: { group },
      body: { id, ...words, occurrence: { annotation: note } },
    });
    const params = { group, card: made.id };
    // An earlier try, whose answer was lost, may have made it in other words.
    const isSaid = made.statement === words.statement && made.kind === kind && made.details === words.details;
    const card = isSaid
      ? made
      : await api('PATCH /groups/{group}/cards/{card}', { params, body: words, version: made.version });
    return {
      message: `Card ${card.number} is proposed.`,
      number: card.number,
      undo: () =>
        api('POST /groups/{group}/cards/{card}/steps', {
          params,
          body: { verb: 'withdraw' },
          version: card.version,
        }),
    };
  });
}

/** Says how the passage bears on a card that is there. */
export function link(
  desk: Desk,
  note: string,
  { card, number, role }: { card: string; number: number; role: OccurrenceRole },
): Promise<void> {
  const params = { group: desk.store.reading.group.slug, card };
  return settle(desk, note, async () => {
    const body = { annotation: note, role };
    const { id } = await api('POST /groups/{group}/cards/{card}/occurrences', { params, body });
    return {
      message: `The passage ${role} card ${number}.`,
      number,
      undo: () => api('DELETE /groups/{group}/cards/{card}/occurrences/{id}', { params: { ...params, id } }),
    };
  });
}

interface Done {
  message: string;
  number: number;
  undo: () => Promise<unknown>;
}

/** Sends, after what the note itself waits for; tells what was done and how to take it back, or asks again. */
async function settle(desk: Desk, note: string, send: () => Promise<Done>): Promise<void> {
  try {
    const { message, number, undo } = await signedIn(desk, () => desk.queue.run(note, send));
    forgetWords(desk, note);
    const href = `/g/${desk.store.reading.group.slug}/cards/${number}`;
    const link = { href, text: 'Open the card' };
    desk.patch({ dialog: null });
    desk.tell({ message, link, undo: () => takeBack(desk, undo) });
    await loadCards(desk);
  } catch (error) {
    desk.patch({ dialog: { kind: 'card', annotation: note, problem: reasonOf(error) } });
  }
}

async function signedIn<T>(desk: Desk, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (verdictOn(error) !== 'sign-in') throw error;
    await signInAgain(desk);
    return send();
  }
}

async function takeBack(desk: Desk, undo: () => Promise<unknown>): Promise<void> {
  try {
    await undo();
    desk.say('Taken back.');
    await loadCards(desk);
  } catch (error) {
    desk.say(reasonOf(error));
  }
}
