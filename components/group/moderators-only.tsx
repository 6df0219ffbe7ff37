import type { ComponentProps } from 'react';
import { Notice } from '@/components/ui/notice';
import { GroupFrame } from './group-frame';

type Props = Omit<ComponentProps<typeof GroupFrame>, 'children'>;

/** In place of a page that somebody may not see in their own group. */
export function ModeratorsOnly(props: Props) {
  return (
    <GroupFrame {...props}>
      <Notice>Moderators and owners only. Ask one of them: they are listed under Members.</Notice>
    </GroupFrame>
  );
}
