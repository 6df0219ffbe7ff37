'use client';

import { Button } from '@/components/ui/button';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main" className="mx-auto grid max-w-md gap-4 px-6 py-24">
      <h1 className="text-3xl">This page could not be shown</h1>
      <p className="text-ink-2">
        Something went wrong on the server. What you wrote is kept on this device.
        {error.digest && ` If it stays, tell the administrator this number: ${error.digest}.`}
      </p>
      <p>
        <Button onClick={reset}>Try again</Button>
      </p>
    </main>
  );
}
