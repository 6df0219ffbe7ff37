import { expect, test } from 'vitest';
import { ImportError } from './import-error';
import { importEssay } from './import-essay';

const blank = ' '.repeat(500_000);
const cells = (cell: string) => cell.repeat(20_000);

/** Each once kept the parser busy for 8 s to 4 min; what is measured is whether that is back, not how fast it is. */
const sources: [what: string, format: 'text' | 'markdown' | 'html', content: string][] = [
  ['a line with half a megabyte of white space', 'text', `a${blank}b`],
  ['such a line that ends like a sentence', 'text', `Some words.${blank}b`],
  ['such a line in a note', 'text', `Words [1] and more words.\n\n[1] a${blank}b`],
  ['such a line in code', 'html', `<p>Words</p><pre>a${blank}b</pre>`],
  ['such a line in fenced code', 'markdown', `Words\n\n\`\`\`\na${blank}b\n\`\`\``],
  ['such a line among the authors', 'markdown', `---\nauthors: a${blank}b\n---\n\nWords`],
  ['a note of HTML that ends in white space', 'html', `<p>A<a href="#n">1</a></p><p id="n">1 a${blank}b</p>`],
  ['a paragraph in 60,000 pieces', 'html', `<p>${'<span>漢é</span>'.repeat(60_000)}`],
  ['a table of 20,000 columns', 'markdown', `${cells('|a')}\n${cells('|-')}\n${cells('|b')}`],
];

test.each(sources)('%s (%s) does not keep the importer busy', (_, format, content) => {
  const before = process.cpuUsage(); // a busy machine takes longer, but does no more
  try {
    importEssay({ format, content });
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
  }
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(4_000);
});
