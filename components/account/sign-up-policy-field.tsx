import type { SignUpPolicy } from '@/lib/core/api/site';

const policies = [
  ['invite', 'People with an invitation', 'The owners and moderators of a group invite others by link.'],
  ['open', 'Anybody who can reach this site', 'Private groups still need an invitation.'],
] as const;

/** Radio buttons named "signUp". */
export function SignUpPolicyField({ initial }: { initial: SignUpPolicy }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium text-sm">Who may make an account?</legend>
      {policies.map(([value, title, hint]) => (
        <label
          key={value}
          className="flex gap-3 rounded-md border border-rule bg-raised p-3 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="signUp"
            value={value}
            defaultChecked={value === initial}
            className="mt-1"
          />
          <span className="grid">
            <span className="font-medium text-sm">{title}</span>
            <span className="text-ink-2 text-sm">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
