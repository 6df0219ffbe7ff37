'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';
import type { ExportPreview } from '@/lib/core/api/export';

interface Props {
  group: string;
  texts: ExportPreview['withheld'];
  withoutText: ExportPreview['withoutText'];
  /** May let members take them along. */
  mayShare: boolean;
  onShared: () => void;
}

const comes = {
  quotations: 'Marked passages are included as quotations.',
  nothing: 'This format leaves out their marks, too.',
};

/** Texts that stay at home, and why. */
export function WithheldTexts({ group, texts, withoutText, mayShare, onShared }: Props) {
  const { run, pending, error } = useRequest();
  if (texts.length === 0) return null;
  const share = (essay: string) =>
    run(() =>
      api('PUT /groups/{group}/essays/{essay}/sharing', { params: { group, essay }, body: { share: true } }),
    );
  return (
    <Notice>
      <p>
        {texts.length === 1 ? 'The text of this essay is' : `The texts of these ${texts.length} essays are`}{' '}
        left out, for lack of an open licence such as CC BY. {comes[withoutText]}
      </p>
      <ul className="mt-2 grid gap-2">
        {texts.map(({ essay, title, licence }) => (
          <li key={essay} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span dir="auto" className="wrap-anywhere font-medium">
              {title}
            </span>
            <span className="text-ink-3">{licence ?? 'no licence'}</span>
            {mayShare && (
              <Button
                look="outline"
                size="sm"
                disabled={pending}
                onClick={async () => {
                  await share(essay);
                  onShared();
                }}
              >
                Let members export it
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={error} />
    </Notice>
  );
}
