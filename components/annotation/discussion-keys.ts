import type { KeyBinding } from '@/components/reader/keymap';
import { annotate } from './annotate';
import { toggleTag } from './change-annotation';
import { type Desk, undoLast } from './desk';
import { focusCard } from './focus-card';
import { wordsOf } from './write';

/** One key makes a mark; on an open annotation it answers, edits or tags. */
export function discussionKeys(desk: Desk): readonly KeyBinding[] {
  const { store } = desk;
  const { tags, viewer, writes } = store.reading;
  const focused = () => desk.annotation(store.get().focused ?? '');
  const isMine = () => writes && focused()?.creator.id === viewer?.id;
  const hasDraft = () => writes && store.get().draft !== null;
  const isOpen = () => writes && focused() !== null;
  const reply = () =>
    desk.patch({ writing: { kind: 'reply', annotation: focused()!.id, parent: null }, problem: null });
  const words = () => {
    const one = focused()!;
    desk.patch({
      writing: { kind: 'words', annotation: one.id, reply: null, base: wordsOf(one, null) },
      problem: null,
    });
  };
  const mark = { section: 'Annotate', when: hasDraft } as const;
  const discuss = { section: 'Discuss', when: isOpen } as const;
  const ofTags = tags.flatMap(({ slug, name, shortcut, retired }): KeyBinding[] => {
    if (!shortcut || retired) return [];
    const tagFocused = () => toggleTag(desk, focused()!.id, slug);
    return [
      {
        keys: [shortcut],
        section: 'Annotate',
        label: `Tag your annotation as ${name}`,
        when: isMine,
        run: tagFocused,
      },
      { ...mark, keys: [shortcut], label: `Mark as ${name}`, run: () => annotate(desk, [slug]) },
    ];
  });
  return [
    ...ofTags,
    {
      ...discuss,
      keys: ['a'],
      label: 'Comment, or answer',
      run: () => (isMine() && !focused()!.comment ? words() : reply()),
    },
    { ...mark, keys: ['a'], label: 'Mark and comment', run: () => annotate(desk, [], true) },
    { ...mark, keys: ['h'], label: 'Highlight', run: () => annotate(desk, []) },
    { ...discuss, keys: ['r'], label: 'Reply', run: reply },
    { ...discuss, keys: ['e'], label: 'Edit your comment', when: isMine, run: words },
    {
      ...discuss,
      keys: ['.'],
      label: 'More',
      when: () => focused() !== null,
      run: () => openMenu(focused()!.id),
    },
    {
      keys: ['Ctrl+z'],
      section: 'Discuss',
      label: 'Undo the last deletion or change',
      when: () => desk.get().toast?.undo !== undefined,
      run: () => undoLast(desk),
    },
    {
      keys: ['F6'],
      section: 'Page',
      label: 'Go to the message at the edge',
      when: () => desk.get().toast !== null,
      run: () => document.querySelector<HTMLElement>('.toast button')?.focus(),
    },
    {
      keys: ['Enter'],
      section: 'Discuss',
      label: 'Go into the open annotation',
      when: () =>
        focused() !== null && !store.get().selecting && document.activeElement?.matches('a.ref') === true,
      run: () => focusCard(focused()!.id),
    },
  ];
}

function openMenu(id: string): void {
  document.querySelector<HTMLElement>(`#a-${id} .note-more`)?.click();
}
