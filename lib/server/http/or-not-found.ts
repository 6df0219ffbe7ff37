import 'server-only';
import { notFound } from 'next/navigation';
import { Problem } from '@/lib/core/api/problem';

/** For pages: what the viewer may not see, or must sign in for, is not found. */
export async function orNotFound<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof Problem && [401, 403, 404].includes(error.status)) notFound();
    throw error;
  }
}
