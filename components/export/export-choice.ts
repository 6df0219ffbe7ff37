/** A choice as it stands in an address: what is as usual is not named. */
export type Choice = Readonly<Record<string, string>>;

/** Another choice, in which one thing is different; empty means as usual. */
export function chosen(choice: Choice, name: string, value: string): Choice {
  const { [name]: _, ...rest } = choice;
  return value === '' ? rest : { ...rest, [name]: value };
}

/** The same, always in one order. */
export const queryOf = (choice: Choice): string =>
  new URLSearchParams(Object.entries(choice).sort(([a], [b]) => (a < b ? -1 : 1))).toString();

/** What belongs to the preview: it is the same in every format. */
export const withoutFormat = (choice: Choice): Choice => chosen(choice, 'format', '');
