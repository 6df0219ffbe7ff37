/** The greatest that an integer column of PostgreSQL holds. */
export const greatestInteger = 2 ** 31 - 1;
