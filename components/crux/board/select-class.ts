/** Looks of a choice that stands in a row with others. */
export const selectClass =
  'min-h-11 min-w-0 max-w-full rounded-md border border-rule-strong bg-raised px-2 text-ink text-sm';
