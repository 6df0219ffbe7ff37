'use client';

import { Flag } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { FlagForm, type Flagged } from './flag-form';

/** Asks moderators to look at a thing that has a page of its own. */
export function FlagButton({ group, thing }: { group: string; thing: Flagged }) {
  const [state, setState] = useState<'closed' | 'open' | 'sent'>('closed');
  return (
    <>
      <Button look="quiet" size="sm" onClick={() => setState('open')} disabled={state === 'sent'}>
        <Flag size={16} aria-hidden="true" />
        {state === 'sent' ? 'Flagged' : 'Flag'}
      </Button>
      <span role="status" className="sr-only">
        {state === 'sent' && 'Moderators will look at it.'}
      </span>
      {state === 'open' && (
        <DialogFrame title="Flag this card" onClose={() => setState('closed')}>
          <FlagForm group={group} thing={thing} onDone={() => setState('sent')} />
        </DialogFrame>
      )}
    </>
  );
}
