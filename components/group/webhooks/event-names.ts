/** Kinds of events as webhooks offer them. */
export const eventNames = [
  ['annotation', 'Annotations and replies'],
  ['card', 'Cards'],
  ['essay', 'Reading list'],
  ['member', 'Members'],
  ['round', 'Rounds'],
  ['tag', 'Vocabulary'],
  ['group', 'The group itself'],
] as const;
