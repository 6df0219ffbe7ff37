import { Extension, InputRule } from '@tiptap/core';
import { namedAtStart } from '@/lib/core/essay/named-mention';
import { knownMembers, type Others } from './member-suggestion';

/** The text from the last "@" on, where it names one member and has gone on past that name. */
function typedName(text: string, { group, self }: Others) {
  const index = text.lastIndexOf('@');
  if (index < 0 || /[\p{L}\p{M}\p{N}_]$/u.test(text.slice(0, index))) return null;
  const typed = text.slice(index + 1);
  const people = knownMembers(group).filter(({ id }) => id !== self);
  const mayGoOn = people.some(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));
  const found = mayGoOn ? null : namedAtStart(typed, people);
  return found && { index, text: text.slice(index), data: found };
}

/**
 * A name that was typed out after "@" becomes a mention as soon as it is clear where it ends, so that the writer sees
 * what the server would make of it.
 */
export const typedMention = (others: Others) =>
  Extension.create({
    name: 'typedMention',
    addInputRules: () => [
      new InputRule({
        find: (text) => typedName(text, others),
        handler: ({ state: { tr, doc, schema }, range, match }) => {
          const { person, length } = match.data as NonNullable<ReturnType<typeof typedName>>['data'];
          if (doc.textBetween(range.from, range.to) !== match[0]) return null;
          const mention = schema.nodes.mention!.create({ id: person.id, label: person.name });
          tr.replaceWith(range.from, range.from + 1 + length, mention);
        },
      }),
    ],
  });
