import type { Route } from 'next';
import Link from 'next/link';

interface Props {
  label: string;
  choices: readonly { key: string; name: string; href: string; isCurrent: boolean }[];
}

const link =
  'wrap-anywhere inline-flex min-h-9 items-center rounded-md border border-rule px-2.5 no-underline hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-medium pointer-coarse:min-h-11';

/** Ways of looking at the same figures; each has an address. */
export function ChoiceLinks({ label, choices }: Props) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1.5 text-sm">
        {choices.map(({ key, name, href, isCurrent }) => (
          <li key={key}>
            <Link
              href={href as Route}
              prefetch={false}
              scroll={false}
              aria-current={isCurrent ? 'true' : undefined}
              className={link}
            >
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
