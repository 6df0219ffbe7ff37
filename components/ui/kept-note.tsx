import type { KeptForm } from '@/components/use-kept-form';

const words = {
  back: 'What you had here before is back. It is not saved.',
  outdated:
    'Somebody else saved something here since. What you typed is not saved: saving it replaces theirs.',
  discarded: 'Discarded.',
};

/** At a form: what was typed there before is in it again, and the way to be without it, and back. */
export function KeptNote({ tidings, discard, undo }: Omit<KeptForm, 'forget'>) {
  const isDiscarded = tidings === 'discarded';
  return (
    <div role="status" className="text-ink-2 text-sm empty:hidden">
      {tidings && (
        <>
          {words[tidings]}{' '}
          <button
            type="button"
            onClick={isDiscarded ? undo : discard}
            className="min-h-6 font-medium underline pointer-coarse:min-h-11"
          >
            {isDiscarded ? 'Undo' : 'Discard it'}
          </button>
        </>
      )}
    </div>
  );
}
