'use client';

/** Every page brings this along, so it is small: to ask again is to load the page anew. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <>
      <header className="border-rule border-b">
        <a href="/" className="page flex h-14 items-center font-semibold no-underline">
          Cruxbook
        </a>
      </header>
      <main id="main" className="page grid gap-4 pt-10 pb-24">
        <h1 className="text-3xl sm:text-4xl">This page could not be shown</h1>
        <p className="max-w-prose text-ink-2">
          Something went wrong on the server. What you wrote is kept on this device.
          {error.digest && ` If it keeps happening, tell the administrator this number: ${error.digest}.`}
        </p>
        <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <button
            type="button"
            onClick={() => location.reload()}
            className="min-h-11 rounded-md bg-accent px-4 font-medium text-accent-ink text-sm hover:brightness-110"
          >
            Try again
          </button>
          <a href="/" className="inline-flex min-h-11 items-center text-sm underline">
            To the start page
          </a>
        </p>
      </main>
    </>
  );
}
