'use client';

import { useRouter } from 'next/navigation';
import { api } from '@/components/api-client';
import { useForm } from '@/components/use-request';
import type { Site } from '@/lib/core/api/site';
import { FormFooter } from './form-footer';
import { SignUpPolicyField } from './sign-up-policy-field';

export function SiteForm({ site }: { site: Site }) {
  const router = useRouter();
  const {
    onSubmit,
    fields: _,
    ...outcome
  } = useForm(async (value) => {
    await api('PATCH /site', { body: { signUp: value('signUp') === 'open' ? 'open' : 'invite' } });
    router.refresh();
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid max-w-md gap-5">
      <SignUpPolicyField initial={site.signUp} />
      <FormFooter label="Save" {...outcome} done={outcome.done && 'Saved. The change applies immediately.'} />
    </form>
  );
}
