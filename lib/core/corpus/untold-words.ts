/** What of a choice does not come, since its format could not say that it is private or held: a sentence for each. */
export const untoldWords = (untold: { private: number; held: number }): string[] => [
  ...sentence(untold.private, 'private', ['private annotation', 'private annotations']),
  ...sentence(untold.held, 'held', ['held contribution', 'held contributions']),
];

const sentence = (n: number, what: string, [one, many]: [string, string]): string[] => {
  if (n === 0) return [];
  const reason = `this format could not say that ${n === 1 ? 'it is' : 'they are'} ${what}.`;
  return [`${n.toLocaleString('en')} ${n === 1 ? `${one} does` : `${many} do`} not come, because ${reason}`];
};
