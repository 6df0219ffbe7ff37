import { expect, test } from 'vitest';
import { corpusCards } from '@/lib/core/corpus/corpus-cards.fixture';
import { id } from '@/lib/core/corpus/corpus-names.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { argdown } from './argdown';

const written = (records: Parameters<typeof writtenFiles>[1]) =>
  writtenFiles(argdown, records).get('night-school.argdown');

test('has a statement for each card, below it what bears on it, and an argument for what says more', () => {
  expect(written(corpusCards)).toMatchInlineSnapshot(`
    "===
    title: "Night School"
    source: "https://cruxbook.example/g/night-school"
    ===

    [Card 1]: Scaling without oversight loses control #claim #root {href: "https://cruxbook.example/g/night-school/cards/1", status: "canonical"}
      - <Relation 1>
      + [Card 3]

    [Card 2]: Interpretability keeps pace with capability \\[2\\]: "yes" #crux {href: "https://cruxbook.example/g/night-school/cards/2", status: "canonical"}
      + <Relation 2>

    [Card 3]: Audits are gamed #failure-mode {href: "https://cruxbook.example/g/night-school/cards/3", status: "proposed"}

    <Relation 1>: It would be seen. #attacks
      + [Card 2]
      _ [Card 3]

    <Relation 2>: No reason is given. #crux-for #proposed
      + [Card 3]
    "
  `);
});

test('escapes what would be Argdown in a statement', () => {
  const [card] = corpusCards;
  const statement = '[Card 2]: <A> #tag {x: 1} *b* _c_ // d /* e === f -- -> (1) @[g] :h: .i. 1. end.\nnext';
  expect(written([{ ...card!, statement }])).toContain(
    String.raw`\[Card 2\]: \<A\> \#tag \{x: 1\} \*b\* \_c\_ \/\/ d \/\* e \=\=\= f \-- -\> \(1\) \@\[g\] \:h: \.i. 1. end. next #claim`,
  );
});

test('leaves rejected relations out, and what undercuts them', () => {
  const cards = corpusCards.map((card) => ({
    ...card,
    relations: card.relations.map((relation) =>
      relation.id === id('x1') ? { ...relation, state: 'rejected' as const } : relation,
    ),
  }));
  expect(written(cards)).not.toMatch(/^ {2}[-_]/m);
});
