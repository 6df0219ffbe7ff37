/** How many positions do not come, and why; `who` as in "you have". Nothing about whose or on which cards. */
export const hiddenWords = (n: number, who = 'you have'): string =>
  n === 1
    ? `1 more answer is on a card that ${who} not answered.`
    : `${n.toLocaleString('en')} more answers are on cards that ${who} not answered.`;
