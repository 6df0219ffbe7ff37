import type { Metadata } from 'next';
import { orNothingHere } from '@/app/or-nothing-here';
import { SettingsSection } from '@/components/account/settings-section';
import { SiteForm } from '@/components/account/site-form';
import { SiteHeader } from '@/components/ui/site-header';
import { mayOnSite } from '@/lib/core/access/permissions';
import { notFound } from '@/lib/core/api/problem';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { config } from '@/lib/server/config';
import { mailsGivenUp } from '@/lib/server/data/jobs';
import { site } from '@/lib/server/data/site';
import { mailIsOn } from '@/lib/server/mail/mailer';

export const metadata: Metadata = { title: 'Site settings', robots: { index: false } };

export default orNothingHere(async function SitePage() {
  const viewer = await currentViewer();
  if (!mayOnSite('site.configure', viewer.user)) throw notFound();
  const { APP_URL, OIDC_NAME, OIDC_ISSUER } = config();
  const givenUp = await mailsGivenUp(viewer);
  const facts = [
    ['Address', APP_URL],
    ['Mail', mailIsOn() ? 'On: links to sign in, and inboxes.' : 'Off: no mailed links, no mailed inboxes.'],
    ...(givenUp > 0
      ? [
          [
            'Mails given up',
            `${givenUp} in the last 30 days; docs/self-hosting.md says how to see why.`,
          ] as const,
        ]
      : []),
    ['Identity provider', OIDC_NAME ? `${OIDC_NAME} (${OIDC_ISSUER})` : 'None'],
  ] as const;
  return (
    <>
      <SiteHeader viewer={viewer.user} />
      <main id="main" className="page pt-10 pb-24">
        <h1 className="mb-8 text-3xl sm:text-4xl">Site settings</h1>
        <SettingsSection title="Sign-up" about="Accounts that exist stay, whatever you choose.">
          <SiteForm site={await site(viewer)} />
        </SettingsSection>
        <SettingsSection
          title="Installation"
          about="Set where Cruxbook is started, by environment variables: see docs/self-hosting.md."
        >
          <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-2 text-sm max-sm:mt-3 sm:py-1">{name}</dt>
                <dd className="wrap-anywhere sm:py-0.5">{value}</dd>
              </div>
            ))}
          </dl>
        </SettingsSection>
      </main>
    </>
  );
});
