/** Longest highlight that is taken apart, in UTF-16 code units; a longer one is none that Readwise makes. */
const longest = 20_000;

/** The words of a highlight as they stand in its text: Readwise writes emphasis, links and pictures as Markdown. */
export function plainHighlight(highlight: string): string {
  if (highlight.length > longest) return highlight.trim();
  return highlight
    .replace(/!\[[^\][]*\]\([^()\s]*\)/g, '')
    .replace(/\[([^\][]+)\]\((?:https?:|mailto:)[^()\s]*\)/g, '$1')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/__([^_\n]+)__/g, '$1')
    .trim();
}
