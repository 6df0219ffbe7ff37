import 'server-only';

/**
 * The statement with its parameters out of the planner's sight, so that it is planned once for a connection. While
 * PostgreSQL sees the values, it may hold that a plan for them is worth planning anew each time, at some milliseconds for
 * a long statement. For one that is alike for all values; not for filters of which only some are set.
 * The type of a parameter is one word: of `$1::timestamptz(3)` or `$1::double precision` the rest would be cut off.
 */
export const keptPlan = (sql: string): string =>
  sql.replaceAll(/\$\d+(?:::\w+(\[\])?)?/g, (parameter, isArray) => {
    const hidden = `(SELECT ${parameter})`;
    // ANY takes a subquery for a set of rows.
    return isArray ? `${hidden}::${parameter.split('::')[1]}` : hidden;
  });
