import type { CardPassage, DoubleCruxes, FoundDoubleCrux } from '@/lib/core/api/pictures';
import type { CommentBlock, CommentDocument, CommentInline } from '@/lib/core/essay/comment-document';

interface Pairing {
  people: DoubleCruxes['people'];
  found: FoundDoubleCrux;
  /** Absolute address of a passage. */
  addressOf: (passage: CardPassage) => string;
}

/** Quotes for either side; more would be read by nobody. */
const QUOTES = 2;

/**
 * The passage in whose thread two people talk about a card: one that states it, or else any. Null where the card is
 * met nowhere.
 */
export const meetingPlace = ({ passages }: FoundDoubleCrux): CardPassage | null =>
  passages.find(({ role }) => role === 'states') ?? passages[0] ?? null;

/** How such a talk begins: both are mentioned, with what they believe, and with passages for either side. */
export function pairedThread({ people, found, addressOf }: Pairing): CommentDocument {
  const { card, target, credences, passages } = found;
  const [believer, doubter] = credences[0] > credences[1] ? [0, 1] : ([1, 0] as const);
  const quotes = (side: 'for' | 'against', holder: number): CommentBlock[] => {
    const isOn = ({ role }: CardPassage) =>
      side === 'for' ? role === 'supports' || role === 'states' : role === 'opposes';
    const isOwn = ({ author }: CardPassage) => Number(author.id === people[holder]?.id);
    const picked = passages
      .filter(isOn)
      .sort((a, b) => isOwn(b) - isOwn(a))
      .slice(0, QUOTES);
    if (picked.length === 0) return [];
    const heading = side === 'for' ? 'What speaks for it:' : 'What speaks against it:';
    return [paragraph(text(heading)), ...picked.map((passage) => quoted(passage, addressOf(passage)))];
  };
  const held = (index: number): CommentInline[] => {
    const person = people[index]!;
    return [
      { type: 'mention', attrs: { id: person.id, label: person.name } },
      text(` (${credences[index]} %)`),
    ];
  };
  return {
    type: 'doc',
    content: [
      paragraph(
        ...held(believer),
        text(' and '),
        ...held(doubter),
        text(
          `, you differ on “${card.statement}” Either of you would change your mind about “${target.statement}” with it.`,
        ),
      ),
      ...quotes('for', believer),
      ...quotes('against', doubter),
      paragraph(text('What would each of you have to see to move?')),
    ],
  };
}

const text = (words: string): CommentInline => ({ type: 'text', text: words });
const paragraph = (...content: CommentInline[]): CommentBlock => ({ type: 'paragraph', content });

const quoted = ({ exact, author, essay }: CardPassage, href: string): CommentBlock => ({
  type: 'blockquote',
  content: [
    paragraph(text(exact)),
    paragraph(text(`${author.name}, in `), {
      type: 'text',
      text: essay.title,
      marks: [{ type: 'link', attrs: { href } }],
    }),
  ],
});
