import type { Annotation, Reply } from './annotation';

const number = (text: string) => [...text].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % 0xffffff;
/** A UUID that sorts as the names do, for names of equal length. */
export const idOf = (name: string): string =>
  `${Buffer.from(name.padEnd(4).slice(0, 4)).toString('hex')}-0000-7000-8000-${number(name).toString(16).padStart(12, '0')}`;

export const timeOf = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

const comment = (markdown: string) => ({ markdown, document: {} });

/** An annotation by `by`, named by its id's first letters. */
export function annotation(name: string, by: string, rest: Partial<Annotation> = {}): Annotation {
  return {
    id: idOf(name),
    group: idOf('group'),
    essay: idOf('essay'),
    target: { version: 1, selector: [{ type: 'TextPositionSelector', start: 0, end: 4 }] },
    tags: [],
    comment: comment('hm'),
    visibility: 'group',
    creator: { id: idOf(by), name: by },
    created: timeOf(0),
    modified: null,
    active: timeOf(0),
    version: 1,
    resolved: null,
    held: null,
    reactions: {},
    replies: [],
    ...rest,
  };
}

export function reply(name: string, by: string, rest: Partial<Reply> = {}): Reply {
  return {
    id: idOf(name),
    parent: null,
    creator: { id: idOf(by), name: by },
    comment: comment('indeed'),
    created: timeOf(0),
    modified: null,
    version: 1,
    held: null,
    reactions: {},
    ...rest,
  };
}
