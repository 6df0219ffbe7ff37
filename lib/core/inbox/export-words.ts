import type { PreparedExport } from '@/lib/core/api/export';
import { problemWords } from '@/lib/core/corpus/problem-words';
import { sizeWords } from '@/lib/core/corpus/size-words';
import { knownZone } from './by-day';

interface Ended extends Pick<PreparedExport, 'bytes' | 'problem' | 'expiresAt'> {
  /** Title of its format. */
  format: string;
}

/** What an export in the background came to: "CSV, 1.2 MB. Kept until 23 November at 09:10." by a clock in the time zone. */
export function exportWords({ format, bytes, problem, expiresAt }: Ended, timeZone: string): string {
  if (problem) return `${format}. ${problemWords[problem]}`;
  const part = (as: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...as, timeZone: knownZone(timeZone) }).format(new Date(expiresAt));
  const until = `${part({ day: 'numeric', month: 'long' })} at ${part({ timeStyle: 'short' })}`;
  return `${format}, ${sizeWords(bytes)}. Kept until ${until}.`;
}
