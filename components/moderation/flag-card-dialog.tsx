'use client';

import { DialogFrame } from '@/components/ui/dialog-frame';
import { FlagForm } from './flag-form';

interface Props {
  /** Slug. */
  group: string;
  /** Id. */
  card: string;
  onClose: () => void;
  /** Called when moderators have it. */
  onSent: () => void;
}

/** Asks moderators to look at a card. */
export function FlagCardDialog({ group, card, onClose, onSent }: Props) {
  return (
    <DialogFrame title="Flag this card" onClose={onClose}>
      <FlagForm group={group} thing={{ kind: 'card', id: card }} onDone={onSent} onCancel={onClose} />
    </DialogFrame>
  );
}
