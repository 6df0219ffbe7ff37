import type { CorpusRelease } from '@/lib/core/corpus/corpus-release';
import { oneLine } from './one-line';

/** Plain text, in one line: which release a file is of, and how to know it again. */
export const releaseWords = ({ number, title, frozen, sha256, part }: CorpusRelease): string =>
  `${part ? 'Part of release' : 'Release'} ${number}, ${oneLine(title)}, frozen ${frozen}; SHA-256 of what was frozen ${sha256}`;
