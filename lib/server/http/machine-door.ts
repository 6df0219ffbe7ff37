import 'server-only';
import { forbidden, Problem, signInFirst } from '@/lib/core/api/problem';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { askingViewer } from './asking-viewer';
import { clientAddress } from './client-address';
import { type LimitName, spend } from './rate-limit';

/**
 * Who asks at a door that stands open to every origin: a bearer token tells, cookies never do. So no page of another site
 * can use that somebody is signed in here. Spends what a request of a machine costs, or of a visitor's.
 */
export async function bearerOf(request: Request): Promise<Viewer> {
  const authorization = request.headers.get('authorization');
  if (authorization === null) {
    await spend('visit', clientAddress(request.headers));
    return visitor;
  }
  const viewer = await askingViewer(new Headers({ authorization }), request);
  if (viewer.user) await spend('token', viewer.user.id);
  return viewer;
}

/** The same of somebody who may write, and does so no more often than with the JSON API. */
export async function writerOf(request: Request, limit: LimitName): Promise<Viewer> {
  const viewer = await bearerOf(request);
  if (!viewer.user) throw signInFirst();
  if (viewer.scope !== 'write') throw forbidden('This token may only read.');
  await spend(limit, viewer.user.id);
  return viewer;
}

/** For pages of every origin to read what is public, or what a token opens; without credentials, which are cookies. */
export const anyOrigin = { 'access-control-allow-origin': '*' };

/** RFC 9110 13.1.2: a list of entity tags, weak or strong, or `*`. */
export const matches = (header: string | null, etag: string): boolean =>
  header !== null &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));

/** Throws a 412 when `If-Match` names another state. */
export function demandMatch({ headers }: Request, etag: string): void {
  const wanted = headers.get('if-match');
  if (wanted !== null && !matches(wanted, etag))
    throw new Problem(412, 'changed-meanwhile', 'This was changed meanwhile.');
}
