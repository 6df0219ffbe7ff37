'use client';

import { Flag } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { FlagForm, type Flagged } from './flag-form';

interface Props {
  /** Slug. */
  group: string;
  thing: Flagged;
  /** Whose words they are. */
  author: string;
}

/** Asks moderators to look at what somebody said with an answer or a link. */
export function FlagWordsButton({ group, thing, author }: Props) {
  const [state, setState] = useState<'closed' | 'open' | 'sent'>('closed');
  const deed = state === 'sent' ? 'Flagged' : 'Flag';
  return (
    <>
      <Button
        look="quiet"
        size="sm"
        className="-my-1.5 min-w-8 px-1.5 text-ink-3 pointer-coarse:-my-3 pointer-coarse:min-w-11"
        aria-label={`${deed} what ${author} said`}
        title={deed}
        onClick={() => setState('open')}
        disabled={state === 'sent'}
      >
        <Flag size={14} aria-hidden="true" />
      </Button>
      <span role="status" className="sr-only">
        {state === 'sent' && 'Moderators will look at it.'}
      </span>
      {state === 'open' && (
        <DialogFrame title={`Flag what ${author} said`} onClose={() => setState('closed')}>
          <FlagForm group={group} thing={thing} onDone={() => setState('sent')} />
        </DialogFrame>
      )}
    </>
  );
}
