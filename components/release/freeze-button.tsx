'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { FreezeForm } from './freeze-form';

/** Opens the dialog in which a release is named. */
export function FreezeButton(props: { group: string; viewer: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Freeze a release</Button>
      {isOpen && (
        <DialogFrame title="Freeze a release" onClose={() => setOpen(false)}>
          <FreezeForm {...props} onClose={() => setOpen(false)} />
        </DialogFrame>
      )}
    </>
  );
}
