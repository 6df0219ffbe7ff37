import type { ComponentProps } from 'react';
import { EssayFrame } from '@/components/group/essay-frame';
import { Notice } from '@/components/ui/notice';

type Props = Pick<ComponentProps<typeof EssayFrame>, 'viewer' | 'head' | 'current'>;

/** In place of a page that would tell what others marked. */
export function ReadingAlone(props: Props) {
  return (
    <EssayFrame {...props} title="Not before the reveal">
      <Notice>You are reading this essay alone. What others marked is shown after the reveal.</Notice>
    </EssayFrame>
  );
}
