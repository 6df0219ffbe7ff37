import 'server-only';
import { mayOnSite, type SiteAction } from '@/lib/core/access/permissions';
import { forbidden, signInFirst } from '@/lib/core/api/problem';
import type { SignUpPolicy, Site } from '@/lib/core/api/site';
import { db, transaction } from './database';
import type { Viewer } from './viewer';

const policyKey = 'signUpPolicy';

/** Throws unless the viewer may do this with the site as a whole. */
export function demandOnSite(viewer: Viewer, action: SiteAction): void {
  if (mayOnSite(action, viewer.user)) return;
  throw viewer.user ? forbidden('Only an administrator of this site may do this.') : signInFirst();
}

export async function signUpPolicy(_viewer: Viewer): Promise<SignUpPolicy> {
  const setting = await db().setting.findUnique({ where: { key: policyKey }, select: { value: true } });
  return setting?.value === 'open' ? 'open' : 'invite';
}

/** Asks nobody: for the set-up, and for the command line, whose user holds the database anyway. */
export async function setSignUpPolicy(_viewer: Viewer, value: SignUpPolicy): Promise<void> {
  await db().setting.upsert({
    where: { key: policyKey },
    create: { key: policyKey, value },
    update: { value },
  });
}

/** How the site is set up; throws a 403 for all but administrators. */
export async function site(viewer: Viewer): Promise<Site> {
  demandOnSite(viewer, 'site.configure');
  return { signUp: await signUpPolicy(viewer) };
}

/** What is not sent stays as it is. */
export function changeSite(viewer: Viewer, { signUp }: { signUp?: SignUpPolicy | undefined }): Promise<Site> {
  demandOnSite(viewer, 'site.configure');
  return transaction(async () => {
    if (signUp) await setSignUpPolicy(viewer, signUp);
    return site(viewer);
  });
}
