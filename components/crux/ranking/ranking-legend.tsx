const figures = [
  [
    'Rank',
    'The place by priority, the highest first. A card whose priority is not known yet has none: fewer than two have answered, or nobody has said what rests on it. Last come those that nobody disagrees about, or on which no root question rests: neither one that the group chose, nor, where it chose none, a card that is a crux for nothing.',
  ],
  [
    'Contested',
    'How much those who answered with a number disagree, from 0 (all say the same) towards 1 (half say 0 %, half 100 %); few answers count less, and one alone says nothing.',
  ],
  [
    'Load',
    'How much of what can be learnt about the questions that rest on the card would be learnt by settling it, from 0 to 1; a dash where nobody has said.',
  ],
  [
    'Resolves',
    'How much of the group’s disagreement about those questions would end with it, in bits; below 0, people would move apart.',
  ],
  [
    'Priority',
    'The square root of contested × load: high only where people disagree and something hangs on it; a dash where it is not known yet.',
  ],
  [
    'n',
    'Members who answered with a number; below five, they are few, and the figures may say more about who answered.',
  ],
  ['k', 'Members who said what would follow if the card were true; the load rests on them.'],
  ['Estimated', 'Some of them answered on the scale from 0 to 3 instead of in percent.'],
] as const;

/** What the figures of the ranking mean, a sentence each. */
export function RankingLegend() {
  return (
    <section aria-labelledby="figures" className="mt-6 max-w-3xl">
      <h2 id="figures" className="text-lg">
        What the figures mean
      </h2>
      <dl className="mt-2 grid gap-x-6 gap-y-2 text-ink-2 text-sm sm:grid-cols-[auto_1fr]">
        {figures.map(([name, meaning]) => (
          <div key={name} className="contents">
            <dt className="font-medium text-ink">{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
