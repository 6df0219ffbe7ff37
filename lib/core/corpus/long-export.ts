/** Annotations and replies: whoever takes more as a stream waits for long, and a break costs them all of it. */
const long = 50_000;

/** Whether an export of so much is rather made in the background. */
export const isLongExport = ({ annotations, replies }: { annotations: number; replies: number }): boolean =>
  annotations + replies > long;
