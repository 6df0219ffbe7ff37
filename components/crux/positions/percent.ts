/** A credence in words. */
export const percent = (credence: number | null): string => (credence === null ? 'No view' : `${credence} %`);
