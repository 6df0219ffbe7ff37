/** Longest source that is read, in UTF-16 code units. Callers refuse longer ones before it costs anything. */
export const longestSource = 1_500_000;
