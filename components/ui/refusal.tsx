import type { ReactNode } from 'react';
import type { ApiError } from '@/components/api-client';
import { Notice } from './notice';

/** Why a request was refused, and what to do; the page keeps what was typed. */
export function Refusal({ error, children }: { error: ApiError | null; children?: ReactNode }) {
  if (!error) return null;
  return (
    <Notice look="danger" ref={show}>
      {sentence(error)} {children}
    </Notice>
  );
}

/** Below the edge of the window nobody would see it. */
const show = (notice: HTMLElement | null) => notice?.scrollIntoView({ block: 'nearest' });

function sentence({ status, problem, message }: ApiError): ReactNode {
  if (status === 0)
    return 'The server cannot be reached. What you typed is still here: try again in a moment.';
  if (problem?.type !== 'urn:cruxbook:sign-in') return message;
  return (
    <>
      Your session has ended. What you typed is still here:{' '}
      <a href="/sign-in" target="_blank" rel="noopener" className="font-medium underline">
        sign in in a new tab
      </a>
      , then try again.
    </>
  );
}
