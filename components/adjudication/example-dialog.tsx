'use client';

import { useState } from 'react';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Choices } from '@/components/ui/choices';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { SelectField, TextArea } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { useForm } from '@/components/use-request';
import type { EssayAdjudication, Reading } from '@/lib/core/api/adjudication';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  group: string;
  essay: EssayAdjudication['essay'];
  reading: Reading;
  tags: readonly Tag[];
  reason: string;
  onClose: () => void;
}

/** Keeps a passage beside the vocabulary, to show what a tag is meant for, or what it is not. */
export function ExampleDialog({ group, essay, reading, tags, reason, onClose }: Props) {
  const [kind, setKind] = useState<'yes' | 'no'>('yes');
  const { onSubmit, error, fields, pending, done } = useForm(async (value) => {
    const { start, end } = reading;
    const place = { essay: essay.slug, version: essay.version, start, end };
    const body = { ...place, tag: value('tag'), positive: kind === 'yes', reason: value('reason') };
    await api('POST /groups/{group}/examples', { params: { group }, body });
  });
  if (done)
    return (
      <DialogFrame title="Kept" onClose={onClose}>
        <p>It is shown with the vocabulary on the group’s page.</p>
        <p className="mt-6 flex justify-end">
          <Button onClick={onClose}>Close</Button>
        </p>
      </DialogFrame>
    );
  return (
    <DialogFrame title="Keep as an example" onClose={onClose}>
      <form onSubmit={onSubmit} className="grid gap-4">
        <SelectField name="tag" label="Of the tag" defaultValue={reading.tags[0]}>
          {tags.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
        <Choices
          legend="It shows"
          options={{ yes: 'what the tag is meant for', no: 'what it is not meant for' }}
          value={kind}
          onChange={setKind}
        />
        <TextArea
          name="reason"
          label="Why"
          rows={3}
          maxLength={1000}
          defaultValue={reason}
          error={fields.reason}
        />
        <FormActions error={error} onCancel={onClose} disabled={pending}>
          Keep
        </FormActions>
      </form>
    </DialogFrame>
  );
}
