import { Notice } from '@/components/ui/notice';

const sentences: Record<string, string> = {
  'too-many': 'Too many tries. Wait a quarter of an hour, then try again.',
  busy: 'Too many people are signing in just now. Try again in a moment.',
  unavailable: 'The database does not answer now. Try again in a moment.',
  Verification: 'This link was used already, or is older than 10 minutes. Ask for a new one.',
  OAuthAccountNotLinked:
    'There is an account with this e-mail address already. Sign in to it the way you did before, then connect the other one under “Your account”.',
  unverified:
    'Your identity provider has not verified your e-mail address, so it cannot be used to sign in here.',
  invitation:
    'On this site accounts come with an invitation. Ask an owner or moderator of a group for an invitation link.',
};

/** What went wrong at the last try, in a sentence; a wrong password is told at its field instead. */
export function SignInError({ code }: { code: string | undefined }) {
  if (code === undefined || code === 'credentials') return null;
  return <Notice look="danger">{sentences[code] ?? 'The sign-in was not completed. Try again.'}</Notice>;
}
