'use client';

import { useRouter } from 'next/navigation';
import { api } from '@/components/api-client';
import { useForm } from '@/components/use-request';
import { FormFooter } from './form-footer';
import { PasswordField } from './password-field';

export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const router = useRouter();
  const { onSubmit, fields, ...outcome } = useForm(async (value, form) => {
    const password = value('password');
    await api('PUT /me/password', {
      body: hasPassword ? { current: value('current'), password } : { password },
    });
    form.reset();
    router.refresh();
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid max-w-md gap-5">
      {/* So that a password manager knows whose password changes. */}
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      {hasPassword && (
        <PasswordField
          label="Current password"
          name="current"
          autoComplete="current-password"
          required
          error={fields.current}
        />
      )}
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={1000}
        hint="At least 8 characters; 15 or more are better."
        error={fields.password}
      />
      <FormFooter
        label={hasPassword ? 'Change password' : 'Set a password'}
        {...outcome}
        done={outcome.done && 'Changed. Your other sessions have ended.'}
      />
    </form>
  );
}
