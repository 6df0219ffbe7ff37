import 'server-only';

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * Where a page asked for under another name of this machine really is, or null when the name is right. Sessions and
 * the check of the origin know one name only, and people type "localhost" for what was printed as 127.0.0.1.
 */
export function ownAddress(path: string, host: string | null, appUrl: string): URL | null {
  const own = new URL(appUrl);
  if (host === null || host === own.host || !URL.canParse(`http://${host}`)) return null;
  const asked = new URL(`http://${host}`);
  if (!loopback.test(own.hostname) || !loopback.test(asked.hostname) || asked.port !== own.port) return null;
  return new URL(own.origin + path);
}
