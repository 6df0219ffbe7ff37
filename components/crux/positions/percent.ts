/** A credence in words; no end of a line parts the number from its sign. */
export const percent = (credence: number | null): string =>
  credence === null ? 'No view' : `${credence}\u00a0%`;
