/** A post of LessWrong or the EA Forum, in its path: what follows the id may be left out, and mirrors share the ids. */
const forumPost = /^\/posts\/([A-Za-z0-9]{17})(?:\/|$)/;

/** An address without what does not change which page it leads to; empty for what is none. */
export function comparableUrl(url: string | null): string {
  const parsed = url !== null && URL.canParse(url) ? new URL(url) : null;
  if (!parsed?.host) return '';
  const post = forumPost.exec(parsed.pathname)?.[1];
  if (post !== undefined) return `posts/${post}`;
  for (const name of [...parsed.searchParams.keys()])
    if (/^(utm_|fbclid$|gclid$)/.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  const { host, pathname, search } = parsed;
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}
