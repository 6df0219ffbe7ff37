'use client';

import { Choices } from '@/components/ui/choices';
import { Refusal } from '@/components/ui/refusal';
import type { ExportConsent } from '@/lib/core/api/export';
import { consentNames, useConsent } from './use-consent';

const meaning: Record<ExportConsent, string> = {
  named: 'Your name stands beside what you wrote, in exports that ask for names.',
  pseudonym: 'What you wrote appears under a name such as reader-k7f3qa2m.',
  'left-out': 'Nothing you wrote is included, nor the threads below your annotations.',
};

/** How the viewer appears in what others export from the group. */
export function ConsentForm({ group, initial }: { group: string; initial: ExportConsent }) {
  const { choice, change, error, done } = useConsent(group, initial);
  return (
    <section aria-labelledby="consent" className="grid max-w-prose gap-2">
      <h2 id="consent" className="text-lg">
        You, in what others export
      </h2>
      <Choices legend="How you appear" options={consentNames} value={choice} onChange={change} />
      <p role="status" className="text-ink-2 text-sm">
        {meaning[choice]} {done && 'Saved. It applies from the next export.'}
      </p>
      <Refusal error={error} />
    </section>
  );
}
