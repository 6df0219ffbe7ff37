import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { orNothingHere } from '@/app/or-nothing-here';
import { DeleteAccountForm } from '@/components/account/delete-account-form';
import { HiddenPeople } from '@/components/account/hidden-people';
import { MailSection } from '@/components/account/mail-section';
import { PasswordForm } from '@/components/account/password-form';
import { PreferenceSwitches } from '@/components/account/preference-switches';
import { ProfileForm } from '@/components/account/profile-form';
import { SessionList } from '@/components/account/session-list';
import { SettingsSection } from '@/components/account/settings-section';
import { ProviderForm } from '@/components/account/sign-in-form';
import { SignInWays } from '@/components/account/sign-in-ways';
import { TokenForm } from '@/components/account/token-form';
import { TokenList } from '@/components/account/token-list';
import { tokenScopes } from '@/components/account/token-scopes';
import { ConsentSection } from '@/components/export/consent-section';
import { SiteHeader } from '@/components/ui/site-header';
import type { ApiToken } from '@/lib/core/api/account';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { config } from '@/lib/server/config';
import { listApiTokens } from '@/lib/server/data/api-tokens';
import { consentsOf } from '@/lib/server/data/export/consent';
import { hiddenPeople } from '@/lib/server/data/hidden-people';
import { mailSettings } from '@/lib/server/data/inbox/mail-settings';
import { listLinkedAccounts } from '@/lib/server/data/linked-accounts';
import { listSessions } from '@/lib/server/data/sessions';
import { me } from '@/lib/server/data/users';
import { mailIsOn } from '@/lib/server/mail/mailer';

export const metadata: Metadata = { title: 'Your account' };

const aboutTokens =
  'For scripts and feed readers. They act as you; one for feeds only opens feeds and nothing else.';

export default orNothingHere(async function SettingsPage() {
  const viewer = await currentViewer();
  if (!viewer.user) redirect('/sign-in?callbackUrl=/settings');
  const [person, sessions, tokens, accounts, mail, hidden, consents] = await Promise.all([
    me(viewer),
    listSessions(viewer),
    listApiTokens(viewer),
    listLinkedAccounts(viewer),
    mailSettings(viewer),
    hiddenPeople(viewer),
    consentsOf(viewer),
  ]);
  const time = new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: person.timeZone,
  });
  const when = (timestamp: string) => time.format(new Date(timestamp));
  const { OIDC_NAME } = config();
  return (
    <>
      <SiteHeader viewer={person} />
      <main id="main" className="page pt-10 pb-24">
        <h1 className="mb-8 text-3xl sm:text-4xl">Your account</h1>
        <SettingsSection title="Profile" about="Others see your name and its initial.">
          <ProfileForm
            me={person}
            timeZones={[...new Set(['UTC', person.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort()}
          />
        </SettingsSection>
        <SettingsSection title="Reading" about="The theme is of this device, the rest of your account.">
          <PreferenceSwitches settings={person.settings} />
        </SettingsSection>
        <HiddenPeople people={hidden} />
        <ConsentSection consents={consents} />
        <MailSection settings={{ available: mailIsOn(), ...mail }} timeZone={person.timeZone} />
        <SettingsSection
          title="Signing in"
          about="Changing the password or disconnecting an account signs you out everywhere else."
        >
          <div className="grid max-w-md gap-6">
            <SignInWays
              hasPassword={person.hasPassword}
              mailedTo={mailIsOn() ? person.email : null}
              accounts={accounts}
              provider={OIDC_NAME ?? 'OpenID Connect'}
            />
            <PasswordForm email={person.email ?? ''} hasPassword={person.hasPassword} />
            {OIDC_NAME && <ProviderForm callbackUrl="/settings" label={`Connect ${OIDC_NAME}`} />}
          </div>
        </SettingsSection>
        <SettingsSection
          title="Sessions"
          about={`Where you are signed in. Signing one out works at once. Times are shown in ${person.timeZone.replaceAll('_', ' ')}.`}
        >
          <SessionList
            sessions={sessions.map((session) => ({
              ...session,
              seen: when(session.lastSeen),
              begun: when(session.created),
            }))}
          />
        </SettingsSection>
        <SettingsSection title="API tokens" about={aboutTokens}>
          <div className="grid gap-6">
            <TokenList tokens={tokens.map((token) => ({ ...token, facts: factsOf(token, when) }))} />
            <TokenForm />
          </div>
        </SettingsSection>
        <SettingsSection
          title="Delete account"
          about="What you wrote for groups stays, under the name “Former member”. Your private annotations, your answers on cards and groups with nobody else in them are deleted."
        >
          <DeleteAccountForm hasPassword={person.hasPassword} />
        </SettingsSection>
      </main>
    </>
  );
});

function factsOf({ scope, lastUsed, expires }: ApiToken, when: (timestamp: string) => string): string {
  const power = new Map(tokenScopes).get(scope);
  const used = lastUsed === null ? 'never used' : `last used ${when(lastUsed)}`;
  return `${power} · ${used} · ${expires === null ? 'never expires' : `expires ${when(expires)}`}`;
}
