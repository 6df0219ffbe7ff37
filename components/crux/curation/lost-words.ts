const things: Record<string, [one: string, many: string]> = {
  passage: ['1 passage', 'passages'],
  relation: ['1 relation', 'relations'],
  position: ['1 answer', 'answers'],
  belief: ['1 belief', 'beliefs'],
};

const reasons: Record<string, string> = {
  'changed-since': 'changed since then',
  'place-taken': 'because another stands in its place',
  'card-merged': 'because a card was merged since',
  'target-gone': 'because what it was about is gone',
};

/** What taking a step back could not restore, in sentences: the API names each as "position: changed-since". */
export function lostWords(lost: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of lost) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([one, n]) => {
    const [thing = '', reason = ''] = one.split(': ');
    const [single, many] = things[thing] ?? [`1 ${thing}`, thing];
    const what = n === 1 ? single : `${n} ${many}`;
    return `Not restored: ${what}, ${reasons[reason] ?? reason}.`;
  });
}
