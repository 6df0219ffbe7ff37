import type { Use } from '@/lib/core/export/export-format';

export interface OfferedFormat {
  name: string;
  title: string;
  madeFor: Use;
  extension: string;
  files: 'one' | 'in turn' | 'together';
  keeps: string;
  loses: string;
}

const headings: Record<Use, string> = {
  reading: 'For reading',
  analysis: 'For tables and scripts',
  annotation: 'For annotation tools',
  arguments: 'For maps of arguments',
  archives: 'All of it, for archives and publication',
};

/** Formats under what somebody wants them for. */
export const formatsByUse = (formats: readonly OfferedFormat[]) =>
  (Object.keys(headings) as Use[]).map((use) => ({
    heading: headings[use],
    offered: formats.filter(({ madeFor }) => madeFor === use),
  }));
