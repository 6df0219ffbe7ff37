import 'server-only';
import { type Me, Settings, type SettingsChange } from '@/lib/core/api/account';
import { changedSettings } from '@/lib/core/api/changed-settings';
import { conflict, invalid, signInFirst } from '@/lib/core/api/problem';
import { Prisma } from '@/prisma/generated/client';
import { db, transaction } from './database';
import { hidePresence } from './presence';
import { announceRename } from './renaming';
import type { Viewer } from './viewer';

/** Of the viewer; throws a 401 for visitors. */
export function userIdOf(viewer: Viewer): string {
  if (!viewer.user) throw signInFirst();
  return viewer.user.id;
}

const meSelect = {
  id: true,
  name: true,
  email: true,
  timeZone: true,
  isAdmin: true,
  passwordHash: true,
  settings: true,
} satisfies Prisma.UserSelect;

type MeRow = Prisma.UserGetPayload<{ select: typeof meSelect }>;

const toMe = ({ passwordHash, settings, ...rest }: MeRow): Me => ({
  ...rest,
  hasPassword: passwordHash !== null,
  settings: Settings.safeParse(settings).data ?? {},
});

export async function me(viewer: Viewer): Promise<Me> {
  return toMe(await db().user.findUniqueOrThrow({ where: { id: userIdOf(viewer) }, select: meSelect }));
}

export interface ProfileChange {
  name?: string | undefined;
  timeZone?: string | undefined;
  settings?: SettingsChange | undefined;
}

/** Settings are merged: one that is not sent stays as it is. */
export async function changeMe(viewer: Viewer, { name, timeZone, settings }: ProfileChange): Promise<Me> {
  const id = userIdOf(viewer);
  return transaction(async (tx) => {
    // The lock keeps two changes of different settings from undoing each other.
    await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const { settings: before, name: formerName } = await me(viewer);
    const data = {
      ...(name !== undefined && { name }),
      ...(timeZone !== undefined && { timeZone }),
      ...(settings && { settings: changedSettings(before, settings) }),
    };
    const changed = toMe(await tx.user.update({ where: { id }, data, select: meSelect }));
    if (changed.name !== formerName) await announceRename(id);
    if (settings?.presence === false) await hidePresence(id);
    return changed;
  });
}

export interface NewUser {
  name: string;
  /** Lower case. */
  email: string;
  passwordHash: string | null;
  /** As a browser tells it; one that the server does not know leaves UTC. */
  timeZone?: string | undefined;
  isAdmin?: boolean;
  /** The address is known to be theirs, e.g. because whoever runs the site entered it. */
  emailVerified?: boolean;
}

/** Makes an account; who may do so is the caller's to know. Throws a 409 when the address has one already. */
export async function createUser(_viewer: Viewer, user: NewUser): Promise<Me> {
  const { name, email, passwordHash, timeZone, isAdmin = false, emailVerified = false } = user;
  try {
    const row = await db().user.create({
      data: {
        name,
        email,
        passwordHash,
        isAdmin,
        emailVerified: emailVerified ? new Date() : null,
        ...(isTimeZone(timeZone) && { timeZone }),
      },
      select: meSelect,
    });
    return toMe(row);
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error;
    throw conflict('email-taken', 'There is an account with this e-mail address already.');
  }
}

/** The account of an address, and what its password is compared with; null when there is none. */
export async function accountOf(
  _viewer: Viewer,
  email: string,
): Promise<{ user: Me; passwordHash: string | null } | null> {
  const row = await db().user.findFirst({ where: { email, deletedAt: null }, select: meSelect });
  return row && { user: toMe(row), passwordHash: row.passwordHash };
}

export async function passwordHashOf(viewer: Viewer): Promise<string | null> {
  const where = { id: userIdOf(viewer) };
  return (await db().user.findUniqueOrThrow({ where, select: { passwordHash: true } })).passwordHash;
}

/** A stronger hash of the same password; nothing else about the account changes. */
export async function rehash(_viewer: Viewer, user: string, passwordHash: string): Promise<void> {
  await db().user.update({ where: { id: user }, data: { passwordHash }, select: { id: true } });
}

/** Ends all sessions of the viewer but the one that asks. */
export async function endOtherSessions(viewer: Viewer): Promise<void> {
  const keep = viewer.session === null ? {} : { NOT: { id: viewer.session } };
  await db().session.deleteMany({ where: { userId: userIdOf(viewer), ...keep } });
}

/** Sets the password and ends all sessions but the one that asks. */
export async function setPassword(viewer: Viewer, passwordHash: string): Promise<void> {
  const id = userIdOf(viewer);
  await transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { passwordHash }, select: { id: true } });
    await endOtherSessions(viewer);
  });
}

function isTimeZone(name: string | undefined): name is string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== undefined;
  } catch {
    return false;
  }
}

/** Throws a 422 unless the name, if there is one, is an IANA time zone. */
export function requireTimeZone(name: string | undefined): void {
  if (name === undefined || isTimeZone(name)) return;
  const message = 'Choose a time zone from the list, for example "Europe/Zurich".';
  throw invalid('time-zone', message, { issues: [{ path: ['timeZone'], message }] });
}
