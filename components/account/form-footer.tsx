import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

interface Props {
  label: string;
  pending: boolean;
  message: string | undefined;
  /** Told once the server said yes. */
  done: string | false;
  look?: 'primary' | 'outline' | 'danger';
}

export function FormFooter({ label, pending, message, done, look = 'outline' }: Props) {
  return (
    <>
      {message && <Notice look="danger">{message}</Notice>}
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
