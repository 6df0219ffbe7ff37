import type { OfferedFormat } from './formats-by-use';

/** What arrives: ".csv", ".ann, several files as a ZIP". */
export const packedAs = ({ extension, files }: Pick<OfferedFormat, 'extension' | 'files'>): string =>
  [
    ...(extension === 'zip' ? [] : [`.${extension}`]),
    ...(files === 'one' ? [] : ['several files as a ZIP']),
  ].join(', ');
