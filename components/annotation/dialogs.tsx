import { ConflictDialog } from './conflict-dialog';
import type { Dialog } from './desk';
import { HistoryDialog } from './history-dialog';
import { SignInDialog } from './sign-in-dialog';

/** The one question that is open over the page. */
export function Dialogs({ dialog }: { dialog: Dialog }) {
  switch (dialog.kind) {
    case 'sign-in':
      return <SignInDialog />;
    case 'history':
      return <HistoryDialog {...dialog} />;
    case 'conflict':
      return <ConflictDialog conflict={dialog} />;
  }
}
