import { db } from './database';
import type { Viewer } from './viewer';

export type SignedIn = Viewer & { user: NonNullable<Viewer['user']> };

/** A new account, and the viewer that it is. */
export async function person(name: string): Promise<SignedIn> {
  const { id } = await db().user.create({ data: { name }, select: { id: true } });
  return { user: { id, name, isAdmin: false }, scope: 'write', session: null };
}
