import { invalid } from '@/lib/core/api/problem';

/** JSON-LD writes one thing without a list around it, and none as nothing. */
export function listed(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A string that is not empty, in UTF-16 code units not longer than an address can be; a 422 when it is none. */
export function words(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '' && value.length <= 2_048) return value;
  throw invalid('annotation', `${name} has to be a string of at most 2,048 characters.`);
}

/**
 * Lifecycle information (https://www.w3.org/TR/annotation-model/#lifecycle-information) and the audience, which the server
 * says itself of each annotation: sent of one, its bodies or its target, they are read over, and so is `updatedBy`,
 * Annotorious' word beside `modified`.
 */
const ours = ['creator', 'created', 'modified', 'updatedBy', 'generator', 'generated', 'audience'];

/** An object with these members, what the server says itself, and no other; a 422 that names the others, which would be lost. */
export function membersOf(value: unknown, what: string, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid('annotation', `${what} has to be a JSON object.`);
  const others = Object.keys(value).filter((key) => !known.includes(key) && !ours.includes(key));
  if (others.length > 0)
    throw invalid('annotation', `${what} says what Cruxbook has no place for: ${others.join(', ')}.`, {
      others,
    });
  return value as Record<string, unknown>;
}

/** The `type` of what may be anything. */
export const typeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;

/** What names a resource, which stands for itself or as the `id` of what is said about it; perhaps no IRI at all. */
export const iriOf = (one: unknown): unknown =>
  typeof one === 'object' && one !== null && 'id' in one ? one.id : one;
