'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { FreezeForm } from './freeze-form';

/** Opens the dialog in which a release is named. */
export function FreezeButton({ group }: { group: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Freeze a release</Button>
      {isOpen && (
        <DialogFrame title="Freeze a release" onClose={() => setOpen(false)}>
          <FreezeForm group={group} onClose={() => setOpen(false)} />
        </DialogFrame>
      )}
    </>
  );
}
