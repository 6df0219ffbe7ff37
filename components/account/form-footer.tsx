import type { ApiError } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';

interface Props {
  label: string;
  pending: boolean;
  error: ApiError | null;
  /** Told once the server said yes. */
  done: string | false;
  look?: 'primary' | 'danger';
}

export function FormFooter({ label, pending, error, done, look = 'primary' }: Props) {
  return (
    <>
      <Refusal error={error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look={look} disabled={pending}>
          {label}
        </Button>
        <span role="status" className="text-ink-2 text-sm">
          {pending ? 'One moment…' : done}
        </span>
      </div>
    </>
  );
}
