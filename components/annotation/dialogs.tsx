import { DecideDialog } from '@/components/moderation/decide-dialog';
import { FlagDialog } from '@/components/moderation/flag-dialog';
import { MakeCardDialog } from '@/components/passage-cards/make-card-dialog';
import { ConflictDialog } from './conflict-dialog';
import type { Dialog } from './desk';
import { DraftDialog } from './draft-dialog';
import { HistoryDialog } from './history-dialog';
import { SignInDialog } from './sign-in-dialog';

/** The one question that is open over the page. */
export function Dialogs({ dialog }: { dialog: Dialog }) {
  switch (dialog.kind) {
    case 'sign-in':
      return <SignInDialog />;
    case 'history':
      return <HistoryDialog {...dialog} />;
    case 'flag':
      return <FlagDialog {...dialog} />;
    case 'decide':
      return <DecideDialog {...dialog} />;
    case 'draft':
      return <DraftDialog writing={dialog.writing} />;
    case 'card':
      return <MakeCardDialog key={dialog.annotation} {...dialog} />;
    case 'conflict':
      return <ConflictDialog conflict={dialog} />;
  }
}
