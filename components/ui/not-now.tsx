import { buttonClass } from './button';
import { Logo } from './logo';

/** In the place of a page that needs the database, while that does not answer. */
export function NotNow({ address }: { address: string }) {
  return (
    <main id="main" className="mx-auto grid max-w-md gap-4 px-6 py-24">
      <Logo size={40} />
      <h1 className="text-3xl">Not available now</h1>
      <p className="text-ink-2">
        The database does not answer at the moment. What you wrote is kept on this device. Try again in a few
        seconds.
      </p>
      <p>
        <a href={address} className={buttonClass('outline')}>
          Try again
        </a>
      </p>
    </main>
  );
}
