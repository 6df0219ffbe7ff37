import type { MentionNodeAttrs } from '@tiptap/extension-mention';
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import { api } from '@/components/api-client';
import type { Person } from '@/lib/core/annotation/annotation';
import type { MentionQuery } from './mention-list';

const MOST = 6;

const members = new Map<string, Promise<Person[]>>();
const known = new Map<string, readonly Person[]>();

/** Members of a group, as far as they have been asked for. */
export const knownMembers = (group: string): readonly Person[] => known.get(group) ?? [];

/** Asked once a page, when somebody first types `@`. */
function membersOf(group: string): Promise<Person[]> {
  let found = members.get(group);
  if (!found) {
    found = api('GET /groups/{group}/members', { params: { group } }).then(
      ({ items }) => {
        const people = items.map(({ person }) => person);
        known.set(group, people);
        return people;
      },
      () => {
        members.delete(group);
        return [];
      },
    );
    members.set(group, found);
  }
  return found;
}

/** Names of which a word begins with what was typed, those that begin with it themselves first. */
function matching(people: readonly Person[], typed: string): Person[] {
  const wanted = typed.toLowerCase();
  const rank = ({ name }: Person) => {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) return 0;
    return lower.split(/\s+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return people
    .filter((person) => rank(person) < 2)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .slice(0, MOST);
}

/** Members of the group but for oneself. */
export interface Others {
  /** Its slug. */
  group: string;
  self: string | undefined;
}

type Options = Omit<SuggestionOptions<Person, MentionNodeAttrs>, 'editor'>;

/** Offers them after `@`. */
export function memberSuggestion(
  { group, self }: Others,
  show: (query: MentionQuery | null) => void,
): Options {
  const others = async () => (await membersOf(group)).filter(({ id }) => id !== self);
  return {
    items: async ({ query }) => matching(await others(), query),
    render: () => {
      let query: MentionQuery | null = null;
      const update = (next: MentionQuery | null) => {
        query = next;
        show(next);
      };
      const offer = ({ items, command, clientRect, editor }: SuggestionProps<Person, MentionNodeAttrs>) =>
        update({
          people: items,
          active: 0,
          at: clientRect?.() ?? null,
          textbox: editor.view.dom,
          choose: ({ id, name }) => command({ id, label: name }),
        });
      return {
        onStart: offer,
        onUpdate: offer,
        onExit: () => update(null),
        onKeyDown: ({ event: { key } }) => {
          const count = query?.people.length ?? 0;
          if (!query || count === 0) return false;
          const by = { ArrowDown: 1, ArrowUp: -1 }[key];
          if (by) update({ ...query, active: (query.active + by + count) % count });
          else if (key === 'Enter' || key === 'Tab') query.choose(query.people[query.active]!);
          else return false;
          return true;
        },
      };
    },
  };
}
