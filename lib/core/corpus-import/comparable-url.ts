/** An address without what does not change which page it leads to; empty for what is none. */
export function comparableUrl(url: string | null): string {
  const parsed = url !== null && URL.canParse(url) ? new URL(url) : null;
  if (!parsed?.host) return '';
  for (const name of [...parsed.searchParams.keys()])
    if (/^(utm_|fbclid$|gclid$)/.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  const { host, pathname, search } = parsed;
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}
