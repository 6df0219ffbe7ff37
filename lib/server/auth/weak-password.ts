import 'server-only';
import { invalid } from '@/lib/core/api/problem';

/** Loaded when the first password is chosen: the list has tens of thousands of entries. */
let common: Promise<Set<string>> | undefined;

async function commonPasswords(): Promise<Set<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}

const appWords = ['cruxbook', 'password', 'annotation'];

/**
 * Throws a 422 for a password that is among the most common ones, or that is little more than the person's name,
 * address or the name of this app (ASVS 6.2.4, 6.2.11). Long passwords of any composition are fine.
 */
export async function refuseWeakPassword(password: string, about: { name: string; email: string }) {
  common ??= commonPasswords();
  const plain = password.toLowerCase();
  const bare = plain.replace(/[\d\W_]+$/u, '');
  if ((await common).has(plain) || new Set(plain).size < 4)
    throw weak('This password is among the first that anybody would try. Choose another one.');
  const words = [...appWords, about.email, ...`${about.email} ${about.name}`.split(/[\s@.]+/)];
  if (words.some((word) => word.length > 3 && (bare === word.toLowerCase() || plain === word.toLowerCase())))
    throw weak(
      'This password is too close to your name, your e-mail address or this site. Choose another one.',
    );
}

const weak = (detail: string) =>
  invalid('weak-password', detail, { issues: [{ path: ['password'], message: detail }] });
