import { type FormEvent, useState } from 'react';
import { PasswordField } from '@/components/account/password-field';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useDesk } from './desk';
import { Modal } from './modal';
import { reasonOf } from './send';

/** The session ended while the page was open. Nothing is lost: what waits is sent after the sign-in. */
export function SignInDialog() {
  const desk = useDesk();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const settle = (event: 'signed-in' | 'not-now' | 'now') => desk.nudge.dispatchEvent(new Event(event));
  const done = () => {
    settle('signed-in');
    settle('now');
    desk.patch({ dialog: null });
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const email = String(form.get('email'));
      const me = await api('POST /session', { body: { email, password: String(form.get('password')) } });
      if (me.id === desk.store.reading.viewer?.id) done();
      else location.reload();
    } catch (refusal) {
      setError(reasonOf(refusal));
      setBusy(false);
    }
  };
  const elsewhere = async () => {
    try {
      await api('GET /me', {});
      done();
    } catch (refusal) {
      setError(reasonOf(refusal));
    }
  };
  return (
    <Modal title="Sign in again" onClose={() => settle('not-now')}>
      <p>Your session has ended. What you wrote is kept and will be sent once you are back.</p>
      <form onSubmit={submit}>
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={desk.store.reading.email ?? undefined}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          error={error}
        />
        <Button type="submit" disabled={isBusy}>
          Sign in
        </Button>
      </form>
      <p>
        No password?{' '}
        <a href="/sign-in" target="_blank" rel="noopener">
          Sign in in a new tab
        </a>
        , then{' '}
        <span className="whitespace-nowrap">
          <button type="button" className="link" onClick={elsewhere}>
            go on here
          </button>
          .
        </span>
      </p>
    </Modal>
  );
}
