'use client';

import { useState } from 'react';
import { api } from '@/components/api-client';
import { endsBlindPhase } from '@/components/ends-blind-phase';
import { useForm } from '@/components/use-request';
import { FormFooter } from './form-footer';
import { PasswordField } from './password-field';

export function DeleteAccountForm({ hasPassword }: { hasPassword: boolean }) {
  const [isEnding, setEnding] = useState(false);
  const { onSubmit, fields, ...outcome } = useForm(async (value) => {
    const body = { confirm: true, endBlindPhase: value('endBlindPhase') === 'on' } as const;
    await api('DELETE /me', {
      body: hasPassword ? { ...body, password: value('password') } : body,
    }).catch((refusal: unknown) => {
      setEnding((before) => before || endsBlindPhase(refusal));
      throw refusal;
    });
    window.location.replace('/');
  });
  return (
    <details className="rounded-lg border border-danger/40 px-4">
      <summary className="min-h-11 py-2.5 text-danger">Delete my account…</summary>
      <form method="post" onSubmit={onSubmit} className="grid max-w-md gap-5 pt-2 pb-5">
        <label className="flex items-start gap-3">
          <input type="checkbox" name="confirm" required className="mt-1 size-4 accent-danger" />
          <span>I understand that this cannot be undone.</span>
        </label>
        {isEnding && (
          <label className="flex items-start gap-3">
            <input type="checkbox" name="endBlindPhase" required className="mt-1 size-4 accent-danger" />
            <span>I understand that this ends a blind reading that is waiting only for me.</span>
          </label>
        )}
        {hasPassword && (
          <PasswordField
            label="Your password"
            name="password"
            autoComplete="current-password"
            required
            error={fields.password}
          />
        )}
        <FormFooter label="Delete my account" look="danger" {...outcome} done={outcome.done && 'Deleted.'} />
      </form>
    </details>
  );
}
