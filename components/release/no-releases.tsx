/** What releases are for, where there is none. */
export function NoReleases({ mayMake }: { mayMake: boolean }) {
  return (
    <div className="max-w-prose rounded-lg border border-rule border-dashed p-6">
      <p className="font-medium">There is no release yet.</p>
      <p className="mt-2 text-ink-2">
        The group goes on reading, and its corpus with it. A release keeps the corpus as it is at one moment,
        under a number that can be cited: next year it gives the same annotations, and two releases can be
        compared.
      </p>
      {!mayMake && <p className="mt-2 text-ink-2">Moderators make them.</p>}
    </div>
  );
}
