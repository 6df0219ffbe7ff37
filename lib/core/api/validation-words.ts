import type { z } from 'zod';

const units: Record<string, string> = { string: ' character', array: ' item' };

const counted = (n: number | bigint, unit = '') => `${n}${unit && n !== 1 ? `${unit}s` : unit}`;

const formats: Record<string, string> = {
  email: 'This is not an e-mail address.',
  url: 'This is not a web address.',
  date: 'This is not a date.',
  datetime: 'This is not a date and time.',
};

const either = new Intl.ListFormat('en', { type: 'disjunction' });

/**
 * Sentences for what a person can get wrong in a form, given to each parse as its error map (zod asks a schema for its own
 * words first). `undefined` for what only a program gets wrong: zod's words name the types, which is what its author needs.
 */
export const validationWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Fill this in.';
      return Number.isNaN(issue.input) ? 'This is not a number.' : undefined;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'Fill this in.';
      return `At least ${counted(issue.minimum, units[issue.origin])}.`;
    case 'too_big':
      return `At most ${counted(issue.maximum, units[issue.origin])}.`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'Fill this in.'
        : `Choose ${either.format(issue.values.map(String))}.`;
    case 'invalid_format':
      return formats[issue.format];
    default:
      return undefined;
  }
};
