'use client';

import { useState } from 'react';
import { ApiError } from '@/components/api-client';
import { Button } from '@/components/ui/button';

interface Props {
  label: string;
  /** What is revoked, for those who do not see the row. */
  about: string;
  onRevoke: () => Promise<void>;
}

export function RevokeButton({ label, about, onRevoke }: Props) {
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState('');
  async function revoke() {
    setPending(true);
    try {
      await onRevoke();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefused(error.message);
      setPending(false);
    }
  }
  return (
    <>
      {refused && (
        <span role="alert" className="text-danger text-sm">
          {refused}
        </span>
      )}
      <Button look="outline" size="sm" disabled={pending} aria-label={`${label}: ${about}`} onClick={revoke}>
        {label}
      </Button>
    </>
  );
}
