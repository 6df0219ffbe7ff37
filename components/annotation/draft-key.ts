import type { Reading } from '@/components/reader/reading';
import type { Writing } from './desk';

/** Whose, and of which essay in which group, something kept on this device is. */
export const placeOf = ({ viewer, group, essay }: Pick<Reading, 'viewer' | 'group' | 'essay'>): string =>
  `${viewer?.id ?? ''}/${group.id}/${essay.id}`;

/** Where the draft of a text is kept: one for each thing that can be written. */
export function draftKey(place: string, writing: Writing): string {
  const at = writing.kind === 'reply' ? writing.parent : writing.reply;
  return [place, writing.annotation, writing.kind, at ?? ''].join('/');
}
