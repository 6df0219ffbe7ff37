import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { EssayFrame } from '@/components/group/essay-frame';
import { Notice } from '@/components/ui/notice';

interface Props extends Pick<ComponentProps<typeof EssayFrame>, 'viewer' | 'head' | 'current'> {
  why: string;
  /** Where everyone's are. */
  href: string;
}

/** In place of a page about a round's marks that cannot be shown: everyone's would pass for them. */
export function NoSuchMarks({ why, href, ...frame }: Props) {
  return (
    <EssayFrame {...frame} title="There are no such marks">
      <Notice>
        {why}{' '}
        <Link href={href as Route} prefetch={false} className="underline">
          See everyone’s marks
        </Link>
      </Notice>
    </EssayFrame>
  );
}
