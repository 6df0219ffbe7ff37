import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/components/ui/logo';

/** A narrow page with one thing to do: sign in, sign up, set up, join. */
export function AccountFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh w-full max-w-md grid-cols-[minmax(0,1fr)] content-center gap-6 px-6 py-12"
    >
      <Link
        href="/"
        className="-ml-1.5 grid size-12 place-items-center justify-self-start"
        aria-label="Cruxbook, start page"
      >
        <Logo size={40} />
      </Link>
      <h1 className="text-3xl" dir="auto">
        {title}
      </h1>
      {children}
    </main>
  );
}
