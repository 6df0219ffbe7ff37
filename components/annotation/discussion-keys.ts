import type { KeyBinding } from '@/components/reader/keymap';
import { isInView } from '@/components/reader/reveal';
import { annotate } from './annotate';
import { type Desk, undoLast } from './desk';
import { focusNote } from './focus-note';
import { wordsOf } from './words-of';

/** One key makes a mark; on an open annotation it answers, edits or tags. What most do is fetched when it is done. */
export function discussionKeys(desk: Desk): readonly KeyBinding[] {
  return [...markKeys(desk), ...tagKeys(desk), ...threadKeys(desk), ...messageKeys(desk)];
}

/** Marks a selection with the tag it is the key of; on an open annotation it makes a card. */
const cardKey = 'c';

const focusedOf = (desk: Desk) => desk.annotation(desk.store.get().focused ?? '');

const isMine = (desk: Desk) => {
  const { viewer, writes } = desk.store.reading;
  return writes && focusedOf(desk)?.creator.id === viewer?.id;
};

/** Said instead of nothing happening. */
const notHere = (desk: Desk) => () => desk.say('This could not be loaded. Try again in a moment.');

/** Looked up first where they share a key with those of an open thread: the selection is the newer wish. */
function markKeys(desk: Desk): readonly KeyBinding[] {
  const when = () => {
    const { draft } = desk.store.get();
    // Nobody marks what they do not see.
    return desk.store.reading.writes && !desk.get().moving && draft !== null && isInView(desk.store, draft);
  };
  const binding = { section: 'annotate', when } as const;
  return [
    ...desk.store.reading.tags.flatMap(({ slug, name, shortcut, retired }) =>
      shortcut && !retired
        ? { ...binding, keys: [shortcut], label: `Mark as ${name}`, run: () => annotate(desk, [slug]) }
        : [],
    ),
    { ...binding, keys: ['h'], label: 'Highlight', run: () => annotate(desk, []) },
    {
      ...binding,
      keys: ['a'],
      label: 'Mark, and write a comment',
      run: () => annotate(desk, [], true),
      writes: true,
    },
  ];
}

function tagKeys(desk: Desk): readonly KeyBinding[] {
  const toggle = (slug: string) =>
    import('./change-annotation').then(
      ({ toggleTag }) => toggleTag(desk, focusedOf(desk)!.id, slug),
      notHere(desk),
    );
  const when = () => isMine(desk) && desk.store.get().draft === null;
  return desk.store.reading.tags.flatMap(({ slug, name, shortcut, retired }) =>
    shortcut && shortcut !== cardKey && !retired
      ? {
          keys: [shortcut],
          section: 'discuss',
          label: `Tag your own as ${name}`,
          when,
          run: () => toggle(slug),
        }
      : [],
  );
}

function threadKeys(desk: Desk): readonly KeyBinding[] {
  const { store } = desk;
  const isOpen = () => store.reading.writes && focusedOf(desk) !== null && store.get().draft === null;
  const reply = () => {
    const { id } = focusedOf(desk)!;
    desk.write({ kind: 'reply', annotation: id, parent: null });
  };
  const tag = store.reading.tags.find(({ shortcut, retired }) => shortcut === cardKey && !retired);
  const card = () => desk.patch({ dialog: { kind: 'card', annotation: focusedOf(desk)!.id } });
  const words = () => {
    const one = focusedOf(desk)!;
    const base = wordsOf(one, null);
    desk.write({ kind: 'words', annotation: one.id, reply: null, base });
  };
  const isBare = () => isMine(desk) && !focusedOf(desk)!.comment;
  const speak = () => (isBare() ? words() : reply());
  // Nobody answers a mark of their own that has no words.
  const answer = () => (focusedOf(desk)!.replies.length === 0 ? speak() : reply());
  const discuss = { section: 'discuss', when: isOpen } as const;
  return [
    { ...discuss, keys: ['a'], label: 'Answer; on your own bare mark, comment', run: speak, writes: true },
    { ...discuss, keys: ['r'], label: 'Reply', run: answer, writes: true },
    {
      ...discuss,
      keys: [cardKey],
      label: `Make a card of it${tag ? ` (${tag.name} only where you choose a passage)` : ''}`,
      run: card,
    },
    {
      ...discuss,
      keys: ['e'],
      label: 'Edit your comment',
      when: () => isOpen() && isMine(desk),
      run: words,
      writes: true,
    },
    {
      ...discuss,
      keys: ['.'],
      label: 'What else can be done with it',
      when: () => focusedOf(desk) !== null,
      run: () => document.querySelector<HTMLElement>('.note[data-open] .note-more')?.click(),
    },
    {
      ...discuss,
      keys: ['Enter'],
      label: 'On your new mark: comment on it',
      when: () => isOpen() && isBare() && document.activeElement?.id === `a-${focusedOf(desk)!.id}`,
      run: words,
      writes: true,
    },
    {
      keys: ['Enter'],
      section: 'discuss',
      label: 'On its mark in the text: go into the note',
      when: () => focusedOf(desk) !== null && document.activeElement?.matches('a.ref') === true,
      run: () => focusNote(focusedOf(desk)!.id),
    },
  ];
}

function messageKeys(desk: Desk): readonly KeyBinding[] {
  return [
    {
      keys: ['Ctrl+z'],
      section: 'page',
      label: 'Undo the last deletion, move, resolving, card or change of who sees it',
      run: () => undoLast(desk),
    },
    {
      keys: ['F6'],
      section: 'page',
      label: 'Go to the message at the edge',
      when: () => desk.get().toast !== null,
      run: () => document.querySelector<HTMLElement>('.toast :is(a, button)')?.focus(),
    },
  ];
}
