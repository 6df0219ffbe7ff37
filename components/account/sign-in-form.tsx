import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { PasswordField } from './password-field';

interface Props {
  callbackUrl: string;
  /** Typed before a refusal. */
  email: string;
  wrong: boolean;
}

/** A plain form: it works before, and without, any script. */
export function SignInForm({ callbackUrl, email, wrong }: Props) {
  return (
    <form method="post" action="/api/auth/callback/credentials" className="grid gap-5">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={email}
        autoFocus={email === ''}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        autoFocus={email !== ''}
        error={wrong ? 'E-mail address or password is not right. Check both and try again.' : undefined}
      />
      <Button type="submit">Sign in</Button>
    </form>
  );
}

export function MailLinkForm({ callbackUrl, email }: { callbackUrl: string; email: string }) {
  return (
    <form method="post" action="/api/auth/signin/email" className="grid gap-3">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextField
        label="Or have a link mailed to"
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={email}
      />
      <Button type="submit" look="outline">
        Mail me a link
      </Button>
    </form>
  );
}

export function ProviderForm({ callbackUrl, label }: { callbackUrl: string; label: string }) {
  return (
    <form method="post" action="/api/auth/signin/oidc" className="grid">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Button type="submit" look="outline">
        {label}
      </Button>
    </form>
  );
}
