import type { MailSettings } from '@/lib/core/api/inbox';
import { MailForm } from './mail-form';
import { SettingsSection } from './settings-section';

/** What is mailed; where nothing can be, why. */
export function MailSection({ settings, timeZone }: { settings: MailSettings; timeZone: string }) {
  const { available, address } = settings;
  return (
    <SettingsSection
      title="Mail"
      id="mail"
      about={`What concerns you is in your inbox in any case. Times are those of ${timeZone.replaceAll('_', ' ')}.`}
    >
      {available && address !== null ? (
        <MailForm settings={settings} />
      ) : (
        <p className="text-ink-2">
          {available
            ? 'Your account has no e-mail address, so nothing is mailed to you.'
            : 'This site sends no mail. Whoever runs it can turn that on.'}
        </p>
      )}
    </SettingsSection>
  );
}
