import type { KeptForm } from '@/components/use-kept-form';

/** At a form: what was typed there before is in it again, and the way to be without it. */
export function KeptNote({ back, discard }: Pick<KeptForm, 'back' | 'discard'>) {
  return (
    <div role="status" className="text-ink-2 text-sm empty:hidden">
      {back && (
        <>
          What you had here before is back. It is not saved.
          {back === 'outdated' && ' Somebody else saved something here since; saving yours replaces it.'}{' '}
          <button
            type="button"
            onClick={discard}
            className="min-h-6 font-medium underline pointer-coarse:min-h-11"
          >
            Discard it
          </button>
        </>
      )}
    </div>
  );
}
