import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { Annotation, AnnotationEvent, AnnotationPage, Change } from '@/lib/core/annotation/annotation';
import { applyEvent, type Threads } from '@/lib/core/annotation/thread-reducer';
import { Problem } from '@/lib/core/api/problem';
import { annotationPage } from '@/lib/server/data/annotation-list';
import {
  deleteAnnotation,
  editAnnotation,
  restoreAnnotation,
  setResolved,
} from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { reactToAnnotation, reactToReply } from '@/lib/server/data/reactions';
import { everything, mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply, deleteReply, editReply, restoreReply } from '@/lib/server/data/replies';
import { follow, until } from './stream-reader.fixture';

let room: Awaited<ReturnType<typeof readingGroup>>;
let people: SignedIn[];

async function newRoom() {
  room = await readingGroup();
  people = await Promise.all([
    room.join('Ann', 'member'),
    room.join('Ben', 'member'),
    room.join('Mod', 'moderator'),
  ]);
}

async function fetchAfresh(viewer: SignedIn): Promise<Threads> {
  const query = { ...everything, limit: 5000 };
  const { json } = await annotationPage(viewer, { params: room.place, query }, null);
  const { items, cursor } = AnnotationPage.parse(JSON.parse(json));
  return { annotations: new Map(items.map((one) => [one.id, one])), cursor };
}

const told = new Set<string>();

/** A client that fetched once and then only applies what it is told. */
async function client(viewer: SignedIn) {
  let state = await fetchAfresh(viewer);
  const stream = await follow(viewer, room.place, state.cursor);
  let done = 0;
  return {
    stop: stream.stop,
    async settle() {
      const fresh = await fetchAfresh(viewer);
      const caughtUp = () => {
        for (const { data, id } of stream.frames.slice(done)) {
          done++;
          const event = AnnotationEvent.parse(data);
          told.add(event.change);
          const next = applyEvent(state, event, id ?? state.cursor);
          expect(next).not.toBe('gap');
          state = next as Threads;
        }
        return state.cursor === fresh.cursor && isDeepEqual(state, fresh);
      };
      await until(caughtUp, 2_000).catch(() => expect(state).toEqual(fresh));
    },
  };
}

function isDeepEqual(state: Threads, fresh: Threads): boolean {
  try {
    expect(state).toEqual(fresh);
    return true;
  } catch {
    return false;
  }
}

/** What a person can do, to the thread and reply that the numbers choose among those there are. */
interface Step {
  who: number;
  act: keyof typeof acts;
  thread: number;
  reply: number;
  variant: number;
}

interface Chosen {
  viewer: SignedIn;
  id: string;
  reply: string;
  variant: number;
}

const tags = [[], ['claim'], ['crux', 'claim'], ['failure-mode']];
const kinds = ['agree', 'disagree', 'helpful'];
const comment = (variant: number) => ({ markdown: `Words no. ${variant}` });
const visibility = (variant: number) => (variant % 2 ? 'private' : 'group');

const acts = {
  create: ({ viewer, variant }: Chosen) =>
    createAnnotation(
      viewer,
      room.place,
      mark('fox', { visibility: visibility(variant), tags: tags[variant]! }),
    ),
  retag: ({ viewer, id, variant }: Chosen) =>
    editAnnotation(viewer, id, { change: { tags: tags[variant]! }, ifMatch: null }),
  reword: ({ viewer, id, variant }: Chosen) =>
    editAnnotation(viewer, id, { change: { comment: variant ? comment(variant) : null }, ifMatch: null }),
  show: ({ viewer, id, variant }: Chosen) =>
    editAnnotation(viewer, id, { change: { visibility: visibility(variant) }, ifMatch: null }),
  delete: ({ viewer, id }: Chosen) => deleteAnnotation(viewer, id),
  restore: ({ viewer, id }: Chosen) => restoreAnnotation(viewer, id),
  resolve: ({ viewer, id, variant }: Chosen) => setResolved(viewer, id, variant % 2 === 0),
  react: ({ viewer, id, variant }: Chosen) =>
    reactToAnnotation(viewer, id, { kind: kinds[variant % 3]!, on: variant < 3 }),
  reply: ({ viewer, id, variant }: Chosen) => createReply(viewer, id, { comment: comment(variant) }),
  answer: ({ viewer, id, reply, variant }: Chosen) =>
    createReply(viewer, id, { parent: reply, comment: comment(variant) }),
  rewordReply: ({ viewer, reply, variant }: Chosen) =>
    editReply(viewer, reply, { comment: comment(variant), ifMatch: null }),
  deleteReply: ({ viewer, reply }: Chosen) => deleteReply(viewer, reply),
  restoreReply: ({ viewer, reply }: Chosen) => restoreReply(viewer, reply),
  reactToReply: ({ viewer, reply, variant }: Chosen) =>
    reactToReply(viewer, reply, { kind: kinds[variant % 3]!, on: variant < 3 }),
};

const steps = fc.array(
  fc.record<Step>({
    who: fc.nat(2),
    act: fc.constantFrom(...(Object.keys(acts) as Step['act'][])),
    thread: fc.nat(3),
    reply: fc.nat(4),
    variant: fc.nat(3),
  }),
  { minLength: 5, maxLength: 25 },
);

/** Runs the steps; a refusal is an answer too, and must change nothing. */
async function perform(all: Step[]): Promise<void> {
  const threads: string[] = [];
  const replies: string[] = [];
  for (const { who, act, thread, reply, variant } of [...opening, ...all]) {
    const viewer = people[who]!;
    const id = threads.at(-1 - (thread % threads.length)) ?? v7();
    const chosen = { viewer, id, reply: replies.at(-1 - (reply % replies.length)) ?? v7(), variant };
    const made: unknown = await acts[act](chosen).catch((error) => {
      if (!(error instanceof Problem)) throw error;
    });
    if (act === 'create' && made) threads.push(Annotation.parse(made).id);
    if ((act === 'reply' || act === 'answer') && made) replies.push((made as { id: string }).id);
  }
}

/** Every kind of change happens at least once. */
const opening: Step[] = [
  { who: 0, act: 'create', thread: 0, reply: 0, variant: 0 },
  { who: 1, act: 'reply', thread: 0, reply: 0, variant: 1 },
  { who: 1, act: 'react', thread: 0, reply: 0, variant: 1 },
  { who: 2, act: 'resolve', thread: 0, reply: 0, variant: 0 },
  { who: 0, act: 'resolve', thread: 0, reply: 0, variant: 1 },
  { who: 0, act: 'delete', thread: 0, reply: 0, variant: 1 },
  { who: 0, act: 'restore', thread: 0, reply: 0, variant: 1 },
  { who: 0, act: 'create', thread: 0, reply: 0, variant: 1 },
];

/** Milliseconds. More cases take longer. */
const patience = 120_000 * Number(process.env.FC_RUNS ?? 1);

test(
  'applying events to the old state is the same as fetching afresh, for every kind of change',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (some, others) => {
        await newRoom();
        const clients = await Promise.all(people.map(client));
        try {
          await Promise.all([perform(some), perform(others)]);
          for (const each of clients) await each.settle();
        } finally {
          for (const each of clients) await each.stop();
        }
      }),
      { numRuns: 30 },
    );
    expect([...told].sort()).toEqual([...Change.options].sort());
  },
  patience,
);
