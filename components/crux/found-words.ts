interface Found {
  /** That fit, of those that were looked through. */
  fitting: number;
  /** That are offered at most. */
  offered: number;
  /** That have the words and were not looked through. */
  unseen: number;
}

/** How many cards a search found, and that there are more than it shows. */
export function foundWords({ fitting, offered, unseen }: Found): string {
  if (unseen > 0)
    return fitting === 0
      ? `Too many cards have these words: ${unseen} were not looked at. Add a word.`
      : `More than ${fitting} found. Add a word to see others; the first ${Math.min(fitting, offered)}:`;
  if (fitting === 0) return 'No such card has these words.';
  return fitting > offered ? `${fitting} found; the first ${offered}:` : `${fitting} found.`;
}
