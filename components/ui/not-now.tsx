import { Logo } from './logo';
import { TryAgain } from './try-again';

const words = {
  away: ['Not available now', 'The database does not answer at the moment.'],
  busy: ['The server is busy', 'It has more to do at the moment than it can handle.'],
} as const;

interface Props {
  why: keyof typeof words;
  /** Of the page in whose place it stands. */
  address: string;
}

/** In the place of a page that needs the database, while that does not answer. */
export function NotNow({ why, address }: Props) {
  const [title, text] = words[why];
  return (
    <main id="main" className="mx-auto grid max-w-md gap-4 px-6 py-24">
      <Logo size={40} />
      <h1 className="text-3xl">{title}</h1>
      <p className="text-ink-2">{text} What you wrote is kept on this device.</p>
      <TryAgain address={address} />
    </main>
  );
}
