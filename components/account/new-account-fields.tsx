import { TextField } from '@/components/ui/field';
import { PasswordField } from './password-field';

/** What the fields say, and the time zone of the browser, which nobody should have to look for. */
export const newAccount = (value: (name: string) => string) => ({
  name: value('name'),
  email: value('email'),
  password: value('password'),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

export function NewAccountFields({ errors }: { errors: Record<string, string> }) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        hint="Others see it beside what you write."
        error={errors.name}
      />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        error={errors.email}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={1000}
        hint="At least 8 characters; 15 or more are better. A few words in a row are fine."
        error={errors.password}
      />
    </>
  );
}
