import type { Route } from 'next';
import Link from 'next/link';

interface Props {
  /** Slugs. */
  place: { group: string; essay: string };
  /** The viewer may decide on passages. */
  decides: boolean;
}

/** Where else of an essay's agreement is told. */
export function AgreementWays({ place, decides }: Props) {
  const path = `/g/${place.group}/${place.essay}`;
  const ways = [
    { name: 'All essays of the group', to: `/g/${place.group}/agreement` },
    { name: 'Blind readings', to: `${path}/rounds` },
    { name: decides ? 'Decide on passages' : 'Decisions on passages', to: `${path}/adjudicate` },
  ];
  return (
    <p className="mt-3 mb-6 flex flex-wrap gap-x-4 text-sm">
      {ways.map(({ name, to }) => (
        <Link
          key={to}
          href={to as Route}
          prefetch={false}
          className="inline-flex min-h-9 items-center pointer-coarse:min-h-11"
        >
          {name}
        </Link>
      ))}
    </p>
  );
}
