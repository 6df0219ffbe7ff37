/** What the strip shows of an annotation. Offsets: UTF-16 code units of the canonical text. */
export interface StripRange {
  start: number;
  end: number;
  mine: boolean;
  unread: boolean;
}

/** One stripe: how many annotations touch this part of the text, and whether one is the viewer's or unread. */
export interface StripBin {
  count: number;
  mine: boolean;
  unread: boolean;
}

const BINS = 100;

/** Divides the text into hundredths and says of each what lies there. */
export function density(ranges: Iterable<StripRange>, length: number): StripBin[] {
  const bins = Array.from({ length: BINS }, (): StripBin => ({ count: 0, mine: false, unread: false }));
  const binAt = (offset: number) => Math.min(BINS - 1, Math.floor((offset * BINS) / length));
  for (const { start, end, mine, unread } of ranges) {
    for (const bin of bins.slice(binAt(start), binAt(Math.max(start, end - 1)) + 1)) {
      bin.count++;
      bin.mine ||= mine;
      bin.unread ||= unread;
    }
  }
  return bins;
}
