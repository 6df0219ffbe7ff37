'use client';

import { useState } from 'react';
import { Button } from './button';

interface Props {
  /** Asked for when it is pressed: where the site stands is known in the browser only. */
  text: () => string;
  /** What it says until it was pressed. */
  children?: string;
}

/** Puts a text where it can be pasted, and says whether that worked. */
export function CopyButton({ text, children = 'Copy' }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);

  // Without a secure connection the browser has no clipboard at all.
  async function copy() {
    try {
      await navigator.clipboard.writeText(text());
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  }

  return (
    <>
      <Button look="outline" onClick={copy}>
        {outcome === 'copied' ? 'Copied' : children}
      </Button>
      <span role="status" className={outcome === 'refused' ? 'text-ink-2 text-sm' : 'sr-only'}>
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'This browser does not let the page copy. Copy it by hand.'}
      </span>
    </>
  );
}
