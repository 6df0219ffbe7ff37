'use client';

import { useState } from 'react';
import { ApiError } from './api-client';

/** Runs one request of a form at a time and keeps its error as a sentence; what was typed stays where it is. */
export function useRequest() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  async function run<T>(request: () => Promise<T>): Promise<T | undefined> {
    if (busy) return undefined;
    setBusy(true);
    setError(null);
    try {
      return await request();
    } catch (caught) {
      if (!(caught instanceof ApiError)) throw caught;
      setError(caught);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  return { busy, error, run, fieldError: (name: string) => fieldError(error, name) };
}

interface Issue {
  path: string[];
  message: string;
}

/** The message of the server's validation for one field, if it named that field. */
function fieldError(error: ApiError | null, name: string): string | undefined {
  const issues = error?.problem?.issues as Issue[] | undefined;
  return issues?.find(({ path }) => path[0] === name)?.message;
}
