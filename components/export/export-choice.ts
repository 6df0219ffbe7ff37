import type { Choice } from '@/lib/core/corpus/choice-address';

/** Another choice, in which one thing is different; empty means as usual. */
export function chosen(choice: Choice, name: string, value: string): Choice {
  const { [name]: _, ...rest } = choice;
  return value === '' ? rest : possible({ ...rest, [name]: value });
}

/** A release is of one moment, and has nothing that was private or held. */
export function possible(choice: Choice): Choice {
  if (choice.release === undefined) return choice;
  const { asOf: _, visibility: __, parts, ...rest } = choice;
  const seen = parts?.split(',').filter((part) => part !== 'moderation');
  return { ...rest, ...(seen && { parts: seen.join() || 'texts' }) };
}

/** The same with the name of its format: what is usual today need not be so when a link is followed. */
export function withFormat<Format extends { name: string }>(choice: Choice, formats: readonly Format[]) {
  const format = formats.find(({ name }) => name === choice.format) ?? formats[0]!;
  return { format, whole: { ...choice, format: format.name } };
}
