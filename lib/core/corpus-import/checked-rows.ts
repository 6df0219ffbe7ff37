import { z } from 'zod';
import type { BadRow } from './import-report';

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const formats: Record<string, string> = {
  uuid: 'a UUID',
  datetime: 'a time such as 2026-11-21T09:30:00.000Z',
  date: 'a day such as 2026-11-21',
  url: 'a web address',
};

/** What is wrong with one part of a row, for people. */
const words: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `is not ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_format':
      return `is not ${formats[issue.format] ?? 'of the right form'}`;
    case 'invalid_value':
      return issue.values.length > 1
        ? `is none of ${issue.values.map(String).join(', ')}`
        : `is not “${String(issue.values[0])}”`;
    case 'too_big':
      return `is more than ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `is less than ${issue.minimum}`;
    case 'unrecognized_keys':
      return `has unknown parts: ${issue.keys.join(', ')}`;
    default:
      return 'is not valid';
  }
};

/** The first thing that is wrong, as a sentence: “created” is missing. */
function reasonOf({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path.join('.') ?? '';
  return place ? `“${place}” ${issue?.message}.` : `It ${issue?.message}.`;
}

/** The value in its shape, or why it has not got it. Reading depends on nothing that the shape does not name. */
export function checked<T>(shape: z.ZodType<T>, value: unknown): { value: T } | { reason: string } {
  const result = shape.safeParse(value, { error: words });
  return result.success ? { value: result.data } : { reason: reasonOf(result.error) };
}

interface Rows {
  row: number;
  /** "annotation", "card" … */
  kind: string;
}

/** Those of a list that have the shape; the others are told of. */
export function* checkedEach<T>(
  shape: z.ZodType<T>,
  values: unknown,
  { row, kind }: Rows,
): Generator<{ bad: BadRow }, T[]> {
  const good: T[] = [];
  if (!Array.isArray(values)) return good;
  for (const [i, value] of values.entries()) {
    const result = checked(shape, value);
    if ('value' in result) good.push(result.value);
    else yield { bad: { row, what: named(kind, value, i), reason: result.reason } };
  }
  return good;
}

const Identified = z.object({ id: z.string().min(1) });

function named(kind: string, value: unknown, index: number): string {
  const { data } = Identified.safeParse(value);
  return nthNamed(kind, { nth: index + 1, id: data?.id });
}

/** "annotation 14 (0190…)": which it is of a row that holds many, and its id where it has one. */
export function nthNamed(kind: string, { nth, id }: { nth?: number | undefined; id?: string | undefined }) {
  const short = id?.slice(0, 80).toWellFormed();
  return [kind, nth ?? short, ...(nth !== undefined && short ? [`(${short})`] : [])]
    .filter(Boolean)
    .join(' ');
}
