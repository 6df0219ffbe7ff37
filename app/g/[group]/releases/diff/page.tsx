import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { orNothingHere } from '@/app/or-nothing-here';

type Props = {
  params: Promise<{ group: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Where a form leads that chooses two releases: to the address that names them. */
export default orNothingHere(async function ChosenReleasesPage({ params, searchParams }: Props) {
  const { group } = await params;
  const { from, to } = await searchParams;
  const [one, other] = [from, to].map((number) => encodeURIComponent(String(number)));
  redirect(`/g/${encodeURIComponent(group)}/releases/${one}/diff/${other}` as Route);
});
