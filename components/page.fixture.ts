import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, vi } from 'vitest';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root | null = null;

/** Shows it at the end of the page, or in place of what is shown there; until one leaves, or the test is over. */
export async function show(what: ReactNode): Promise<void> {
  root ??= createRoot(document.body.appendChild(document.createElement('main')));
  await act(async () => root?.render(what));
}

export async function leave(): Promise<void> {
  await act(async () => root?.unmount());
  root = null;
  document.body.replaceChildren();
}

afterEach(leave);
