import 'server-only';
import { invalid } from '@/lib/core/api/problem';
import { me, passwordHashOf, setPassword } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { hashPassword, passwordMatches } from './password';
import { refuseWeakPassword } from './weak-password';

/** Throws a 422 unless the password is the viewer's own. For an account without one, being signed in is enough. */
export async function confirmPassword(viewer: Viewer, password: string | undefined, field: string) {
  const stored = await passwordHashOf(viewer);
  if (stored === null || (await passwordMatches(stored, password ?? ''))) return;
  const message = 'This is not your password.';
  throw invalid('password', message, { issues: [{ path: [field], message }] });
}

/** Changes the viewer's password, or sets the first one. Their other sessions end. */
export async function changePassword(
  viewer: Viewer,
  { current, password }: { current?: string | undefined; password: string },
): Promise<void> {
  await confirmPassword(viewer, current, 'current');
  await replacePassword(viewer, password);
}

/** The same without asking for the one they had: for whoever runs the site. */
export async function replacePassword(viewer: Viewer, password: string): Promise<void> {
  const { name, email } = await me(viewer);
  await refuseWeakPassword(password, { name, email: email ?? '' });
  await setPassword(viewer, await hashPassword(password));
}
