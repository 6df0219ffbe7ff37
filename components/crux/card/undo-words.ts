import type { UndoRefusal } from '@/lib/core/crux/undo-kind';

const instead: Record<string, string> = {
  propose: 'A card is not unmade: reject or archive it.',
  'split-off': 'To undo this, undo the split at the card it came from.',
  undo: 'To have the step again, take it again.',
};

/** Why a step cannot be taken back, and what to do instead. */
export function refusalWords(refused: UndoRefusal, verb: string): string {
  if (refused === 'changed-since')
    return 'Cannot be undone: a later step changed the same. Undo that one first.';
  if (refused === 'gone') return 'Cannot be undone: what it added is gone already.';
  return instead[verb] ?? 'This step cannot be undone.';
}
