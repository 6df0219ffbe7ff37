import { useState } from 'react';
import { api } from '@/components/api-client';
import { useRequest } from '@/components/use-request';
import type { ExportConsent } from '@/lib/core/api/export';

export const consentNames: Record<ExportConsent, string> = {
  named: 'By name',
  pseudonym: 'Under a pseudonym',
  'left-out': 'Leave me out',
};

/** How the viewer appears in what others export from a group; saved at once. */
export function useConsent(group: string, initial: ExportConsent) {
  const [choice, setChoice] = useState(initial);
  const { run, error, done } = useRequest();
  async function change(next: ExportConsent) {
    setChoice(next);
    const saved = await run(async () => {
      await api('PUT /groups/{group}/export/consent', { params: { group }, body: { choice: next } });
      return true;
    });
    if (!saved) setChoice(choice);
  }
  return { choice, change, error, done };
}
