/** What is known of a tag in a text: somebody found it, or looked and found none, or nobody has looked. */
export type Coverage = 'found' | 'clean' | 'unchecked';

/** One annotation is enough to be found; that a part was checked says nothing against it. */
export const coverageOf = ({ found, people }: { found: number; people: number }): Coverage =>
  found > 0 ? 'found' : people > 0 ? 'clean' : 'unchecked';
