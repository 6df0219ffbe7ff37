const maximumLength = 2048;
const unsafe = /[\0-\x20\x7f-\xa0\ufeff\u2028\u2029]|\p{Cs}/u;
const scheme = /^(?:https?:\/\/[^/?#]|mailto:[^?])/i;

/**
 * Whether a link may be shown: absolute http, https or mailto, nothing else. Tiptap's own list is longer
 * (ftp, tel, sms, cid, xmpp, callto), and `javascript:` hides behind control characters, so this one starts from none.
 */
export function isSafeHref(href: string): boolean {
  return href.length <= maximumLength && !unsafe.test(href) && scheme.test(href);
}

/** The link as it may be kept, or undefined: outer white space goes, spaces inside are escaped. */
export function safeHref(href: string): string | undefined {
  const trimmed = href.trim().replaceAll(' ', '%20');
  return isSafeHref(trimmed) ? trimmed : undefined;
}
