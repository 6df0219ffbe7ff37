import type { ComponentProps } from 'react';
import { Notice } from '@/components/ui/notice';
import { SiteHeader } from '@/components/ui/site-header';

interface Props extends Pick<ComponentProps<typeof SiteHeader>, 'viewer'> {
  /** Of the essay. */
  path: string;
  title: string;
}

/** In place of a page that would tell what others marked. */
export function ReadingAlone({ viewer, path, title }: Props) {
  return (
    <>
      <SiteHeader viewer={viewer}>
        <a href={path}>{title}</a>
      </SiteHeader>
      <main id="main" className="page pt-10 pb-24">
        <h1 className="mb-6 text-3xl">How far annotators agree</h1>
        <Notice>
          You are reading this essay alone. What others marked is shown after the reveal.{' '}
          <a href={`${path}/rounds`}>Blind readings</a>
        </Notice>
      </main>
    </>
  );
}
