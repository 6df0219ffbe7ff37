'use client';

import { SettingsSection } from '@/components/account/settings-section';
import { Choices } from '@/components/ui/choices';
import { Refusal } from '@/components/ui/refusal';
import type { GivenConsent } from '@/lib/core/api/export';
import { consentNames, useConsent } from './use-consent';

/** How the viewer appears in exports of each group that they contributed to, also of those they left. */
export function ConsentSection({ consents }: { consents: GivenConsent[] }) {
  if (consents.length === 0) return null;
  return (
    <SettingsSection
      title="Exports"
      about="How you appear in exports from groups you have written in, even after you leave them."
    >
      <ul className="grid max-w-md gap-5">
        {consents.map((consent) => (
          <li key={consent.group.id} className="grid gap-1">
            <Consent {...consent} />
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}

function Consent({ group, member, choice: initial }: GivenConsent) {
  const { choice, change, error, done } = useConsent(group.id, initial);
  const legend = member ? group.name : `${group.name} (you left)`;
  return (
    <>
      <Choices legend={legend} options={consentNames} value={choice} onChange={change} />
      <p role="status" className="text-ink-2 text-sm empty:hidden">
        {done && 'Saved. It applies from the next export.'}
      </p>
      <Refusal error={error} />
    </>
  );
}
