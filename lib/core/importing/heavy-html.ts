import { ImportError } from './import-error';

const mostUnclosed = 300;
const formatting = 'a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u';
const opening = new RegExp(`<(?:${formatting})(?=[\\s>])`, 'gi');
const closing = new RegExp(`</(?:${formatting})(?=[\\s>])`, 'gi');

/**
 * Whether HTML leaves so many formatting elements open that parsing takes time with the square of its length: the
 * parser must open them again in every block (HTML 13.2.6.1, active formatting elements). 1 MB of `<i><b><p>` took
 * 18 s. Pages that people wrote leave a handful open.
 */
export function isHeavyHtml(content: string): boolean {
  return count(content, opening) - count(content, closing) > mostUnclosed;
}

/** Throws an `ImportError` for such HTML, before it costs anything. */
export function refuseHeavyHtml(content: string): void {
  if (isHeavyHtml(content))
    throw new ImportError('too-complex', 'This HTML leaves hundreds of formatting elements open.');
}

function count(content: string, tag: RegExp): number {
  return content.match(tag)?.length ?? 0;
}
