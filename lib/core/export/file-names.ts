/** Of a file name, in UTF-8, without what makes it unique and its extension: every file system takes 255. */
const longest = 120;

/** Names that mean devices on Windows, whatever follows a dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name for a file out of any words: no path, nothing hidden, nothing that a file system refuses. */
export function safeFileName(words: string): string {
  const plain = words
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+/, '');
  const name = cut(plain).replace(/[-.]+$/, '') || 'file';
  return devices.test(name) ? `_${name}` : name;
}

/** What a file of a corpus is called, without what tells its format: it says so of a release, and of a part of one. */
export const corpusFileName = ({
  group,
  release,
}: {
  group: { slug: string };
  release?: { number: number | string; part?: boolean };
}): string =>
  safeFileName(
    release ? `${group.slug}-release-${release.number}${release.part ? '-part' : ''}` : group.slug,
  );

/**
 * Gives each of several files a name that none before it has, and none of `others` (in small letters), also where capitals
 * and small letters are the same. Folders have no extension.
 */
export function fileNamer(others: readonly string[] = []): (words: string, extension?: string) => string {
  const taken = new Set(others);
  return (words, extension) => {
    const name = safeFileName(words);
    for (let number = 1; ; number++) {
      const candidate = `${name}${number === 1 ? '' : `-${number}`}${extension ? `.${extension}` : ''}`;
      const key = candidate.toLowerCase().normalize('NFC');
      if (taken.has(key)) continue;
      taken.add(key);
      return candidate;
    }
  };
}

const encoder = new TextEncoder();

function cut(name: string): string {
  if (name.length * 3 <= longest || encoder.encode(name).length <= longest) return name;
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > longest) break;
    end += character.length;
  }
  return name.slice(0, end);
}
