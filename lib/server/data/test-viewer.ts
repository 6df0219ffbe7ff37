import { db } from './database';
import type { Viewer } from './viewer';

/** A new account for a data test, and the viewer that it is. */
export async function newViewer(name: string): Promise<Viewer & { user: NonNullable<Viewer['user']> }> {
  const { id } = await db().user.create({ data: { name }, select: { id: true } });
  return { user: { id, name, isAdmin: false }, scope: 'write', session: null };
}
