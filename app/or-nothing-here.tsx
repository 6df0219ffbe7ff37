import 'server-only';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { DeadEnd, type WayBack } from '@/app/dead-end';
import NothingHere from '@/app/not-found';
import { NotNow } from '@/components/ui/not-now';
import { localPath } from '@/lib/core/access/local-path';
import { Problem } from '@/lib/core/api/problem';
import { isBusy, isUnavailable } from '@/lib/server/data/database-errors';
import { answerWith } from '@/lib/server/http/answer-status';

/** What the viewer may not see, or must sign in for, is not there. */
const isNothing = (error: unknown) => error instanceof Problem && [401, 403, 404].includes(error.status);

/** They have asked for more than one may in so short a time. */
const isTooMany = (error: unknown): error is Problem => error instanceof Problem && error.status === 429;

/** A link that is a secret and has ended, or never was one: whoever holds it learns what to do. */
const isLinkOver = (error: unknown): error is Problem =>
  error instanceof Problem && ['invitation-over', 'setup-over'].includes(error.code);

/** Told only to those who may read the group. */
const isNoRelease = (error: unknown): error is Problem =>
  error instanceof Problem && error.code === 'no-release';

/**
 * The page; or the words that nothing is here, with the status 404; or, while the database is away or has too much to do,
 * that it is not now, with 503; or that it was too often, with 429. What Next answers when a page throws, or says
 * `notFound()`, is empty until a script has run.
 */
export function orNothingHere<P>(
  page: (props: P) => Promise<ReactNode>,
  backFrom?: (props: P) => Promise<WayBack>,
) {
  return async (props: P): Promise<ReactNode> => {
    try {
      return await page(props);
    } catch (error) {
      if (isUnavailable(error)) return notNow(isBusy(error) ? 'busy' : 'away');
      if (isTooMany(error)) return tooMany(error);
      if (!isNothing(error)) throw error;
      if (!answerWith(404)) notFound();
      if (isNoRelease(error) && backFrom) return noRelease(error, await backFrom(props));
      return isLinkOver(error) ? (
        <DeadEnd title="This link does not work" text={error.message} callbackUrl="/" />
      ) : (
        <NothingHere />
      );
    }
  };
}

async function noRelease({ message }: Problem, back: WayBack): Promise<ReactNode> {
  const callbackUrl = localPath((await headers()).get('x-address'));
  return <DeadEnd title="There is nothing here" text={message} callbackUrl={callbackUrl} back={back} />;
}

function tooMany(error: Problem): ReactNode {
  answerWith(429, { 'retry-after': String(error.extensions.retryAfter ?? 60) });
  return <DeadEnd title="That was a lot at once" text={error.message} callbackUrl="/" />;
}

async function notNow(why: 'busy' | 'away'): Promise<ReactNode> {
  answerWith(503, { 'retry-after': '5' });
  return <NotNow why={why} address={localPath((await headers()).get('x-address'))} />;
}

/** The metadata of such a page. */
export function orNoTitle<P>(metadata: (props: P) => Promise<Metadata>) {
  return async (props: P): Promise<Metadata> => {
    try {
      return await metadata(props);
    } catch (error) {
      if (isUnavailable(error))
        return {
          title: isBusy(error) ? 'The server is busy' : 'Not available now',
          robots: { index: false },
        };
      if (!isNothing(error)) throw error;
      return { title: 'Nothing here', robots: { index: false } };
    }
  };
}
