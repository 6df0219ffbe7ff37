import { TextField } from '@/components/ui/field';
import { PasswordField } from './password-field';

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
