import type { ReactNode } from 'react';
import type { ApiError } from '@/components/api-client';
import { Button } from './button';
import { Refusal } from './refusal';

interface Props {
  /** Names the deed, e.g. "Save". */
  children: ReactNode;
  /** Without it there is nothing to go back to. */
  onCancel?: (() => void) | undefined;
  disabled?: boolean;
  look?: 'primary' | 'danger';
  error?: ApiError | null;
}

/** How a form ends: why it was refused, the way back, and the deed. */
export function FormActions({ children, onCancel, disabled = false, look = 'primary', error = null }: Props) {
  return (
    <>
      <Refusal error={error} />
      <div className="flex flex-wrap justify-end gap-2">
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button type="submit" look={look} disabled={disabled}>
          {children}
        </Button>
      </div>
    </>
  );
}
