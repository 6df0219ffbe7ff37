/**
 * Where to go after a sign-in: a path on this site, or `fallback` for everything else. A browser reads `//host`,
 * `/\host`, `/<tab>/host` and the like as another site (WHATWG URL 4.4), so the answer is what its parser makes of
 * the wish, and only when that stays here.
 */
export function localPath(wish: unknown, fallback = '/'): string {
  if (typeof wish !== 'string' || !/^\/(?![/\\])/.test(wish)) return fallback;
  const here = 'http://here.invalid';
  if (!URL.canParse(wish, here)) return fallback;
  const { origin, pathname, search, hash } = new URL(wish, here);
  // A path such as /..//host is normalised to //host, which would be read as a host the next time.
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : fallback;
}
