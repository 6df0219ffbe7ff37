/** A moment in any form of ISO 8601, as the wire has it: UTC with milliseconds. Null where it is none, or before year 1. */
export function isoTime(value: string | undefined): string | null {
  if (value === undefined || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  // Without a zone, JavaScript would take a time for that of the machine.
  const isZoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value) || !value.includes(':');
  const time = new Date(isZoned ? value : `${value}Z`);
  if (Number.isNaN(time.getTime())) return null;
  const text = time.toISOString();
  return /^\d{4}/.test(text) && !text.startsWith('0000') ? text : null;
}
