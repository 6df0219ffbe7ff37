/** 128 bits in base 36: names there have at most 30 characters, in which case does not count. */
const length = 25;

/** A UUID as the name of an account that Hypothesis takes. */
export const accountName = (id: string): string =>
  BigInt(`0x${id.replaceAll('-', '')}`)
    .toString(36)
    .padStart(length, '0');

/** The UUID that a name stands for; null where it is none of ours. */
export function idOfAccount(name: string): string | null {
  if (!new RegExp(`^[0-9a-z]{${length}}$`).test(name)) return null;
  let bits = BigInt(0);
  for (const digit of name) bits = bits * BigInt(36) + BigInt(Number.parseInt(digit, 36));
  const hex = bits.toString(16).padStart(32, '0');
  return hex.length > 32 ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
