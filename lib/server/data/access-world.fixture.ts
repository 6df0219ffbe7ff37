import type { Group, MemberRole } from '@/lib/core/api/groups';
import type { SubjectKind } from '@/lib/core/api/moderation';
import { cardHistory } from '@/lib/server/data/cards/card-events';
import { stepCard } from '@/lib/server/data/cards/change-card';
import { createCard } from '@/lib/server/data/cards/create-card';
import { linkPassage } from '@/lib/server/data/cards/occurrences';
import { relateCard } from '@/lib/server/data/cards/relations';
import { openRound } from '@/lib/server/data/cards/rounds';
import { hashToken, secretToken } from '@/lib/server/secret-token';
import { exportIn } from './access-export-rows.fixture';
import { webhookOf } from './access-webhook-rows.fixture';
import { adjudicatedWorld } from './adjudication/adjudicated-world.fixture';
import { beginAnnotationRound } from './annotation-rounds/begin-round';
import { createApiToken } from './api-tokens';
import { takePosition } from './cards/positions';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import { addEssay } from './essay-imports';
import { createGroup } from './groups';
import { createInvitation } from './invitations';
import { addMember, removeMember } from './members';
import { ban } from './moderation/bans';
import { decide } from './moderation/decide';
import { raiseFlag } from './moderation/flags';
import { person, type SignedIn } from './person.fixture';
import { freezeRelease } from './releases/freeze';
import { createRelease } from './releases/releases';
import { createReply } from './replies';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

/** Everybody who may knock, as they stand to one group. `readToken` is the owner with a token that may only read. */
export const callers = [
  'visitor',
  'stranger',
  'reader',
  'member',
  'moderator',
  'owner',
  'exMember',
  'banned',
  'ownerElsewhere',
  'administrator',
  'readToken',
] as const;
export type Caller = (typeof callers)[number];

/** Words that stand in everything of a group: its name, its essay, its comments. */
export const wordsOf = (visibility: World['visibility']) => `Zanzibar ${visibility}`;

/** A group in which everything exists once, and a bearer token for each caller. */
export interface World {
  visibility: 'public' | 'private';
  tokens: Record<Caller, string | null>;
  /** What the paths name, by the names the table uses. */
  ids: Record<string, string>;
  /** Of the callers' own things, by caller. */
  sessions: Partial<Record<Caller, { id: string; token: string }>>;
  apiTokens: Partial<Record<Caller, string>>;
  /** One of two accounts at an identity provider. */
  linked: Partial<Record<Caller, string>>;
}

async function tokenFor(viewer: Viewer, scope: 'read' | 'write') {
  const token = secretToken(24);
  const made = await createApiToken(viewer, { name: 'test', scope, days: null, tokenHash: hashToken(token) });
  return { token, id: made.id };
}

async function sessionOf(viewer: Viewer): Promise<{ id: string; token: string }> {
  const token = secretToken();
  const { id } = await db().session.create({
    data: { sessionToken: hashToken(token), userId: userIdOf(viewer), expires: new Date(Date.now() + 1e7) },
  });
  return { id, token };
}

async function linkedOf(viewer: Viewer): Promise<string> {
  const account = { type: 'oidc', provider: 'oidc', providerAccountId: secretToken() };
  return (await db().account.create({ data: { ...account, userId: userIdOf(viewer) } })).id;
}

export async function accessWorld(visibility: 'public' | 'private'): Promise<World> {
  const names = callers.filter((name) => name !== 'visitor' && name !== 'readToken');
  const made = await Promise.all(names.map(async (name) => [name, await person(name)] as const));
  const people = Object.fromEntries(made) as Record<(typeof names)[number], SignedIn>;
  await db().user.update({ where: { id: people.administrator.user.id }, data: { isAdmin: true } });
  const draft = (name: string) => ({ name, description: '', visibility });
  const group = await createGroup(people.owner, draft(wordsOf(visibility)));
  await createGroup(people.ownerElsewhere, draft('Elsewhere'));
  const join = (name: keyof typeof people, role: MemberRole) =>
    addMember(people.owner, group.id, { user: people[name].user.id, role });
  for (const role of ['reader', 'member', 'moderator'] as const) await join(role, role);
  for (const former of ['exMember', 'banned'] as const) await join(former, 'member');
  const ids = {
    ...(await fill(people, group)),
    ...(await webhookOf(group.id, people.owner.user.id)),
    ...(await exportIn(group.id, people.member)),
    group: group.id,
    user: people.reader.user.id,
    one: people.member.user.id,
    other: people.owner.user.id,
  };
  await removeMember(people.owner, group.id, people.exMember.user.id);
  await ban(people.moderator, { group: group.id, user: people.banned.user.id }, 'Enough.');

  const world: World = {
    visibility,
    tokens: { visitor: null } as World['tokens'],
    ids,
    sessions: {},
    apiTokens: {},
    linked: {},
  };
  for (const caller of callers) {
    if (caller === 'visitor') continue;
    const viewer = people[caller === 'readToken' ? 'owner' : caller];
    const { token, id } = await tokenFor(viewer, caller === 'readToken' ? 'read' : 'write');
    world.tokens[caller] = token;
    world.apiTokens[caller] = id;
    world.sessions[caller] = await sessionOf(viewer);
    world.linked[caller] = await linkedOf(viewer);
    await linkedOf(viewer);
  }
  return world;
}

async function fill(
  people: Record<'owner' | 'moderator' | 'reader' | 'member' | 'exMember' | 'banned', Viewer>,
  { id: group, name }: Group,
) {
  const content = `One essay.\n\n${name} has a few words.`;
  const essay = await addEssay(people.owner, group, { format: 'text', content, title: `On ${name}` });
  const place = { group, essay: essay.id };
  const selector = [{ type: 'TextQuoteSelector' as const, exact: 'a few words' }];
  const comment = { markdown: `A thought of ${name}.` };
  const annotate = async (viewer: Viewer, visibility: 'group' | 'private' = 'group') =>
    (
      await createAnnotation(viewer, place, {
        target: { version: 1, selector },
        tags: ['claim'],
        comment,
        visibility,
      })
    ).id;
  const reply = async (viewer: Viewer, annotation: string) =>
    (await createReply(viewer, annotation, { comment })).id;
  const annotation = await annotate(people.member);
  const deleted = await annotate(people.member);
  const deletedReply = await reply(people.member, annotation);
  const by = userIdOf(people.member);
  await db().annotation.update({ where: { id: deleted }, data: { deletedAt: new Date(), deletedById: by } });
  await db().reply.update({ where: { id: deletedReply }, data: { deletedAt: new Date(), deletedById: by } });
  const { id: invitation, token } = await createInvitation(people.owner, group, {
    role: 'reader',
    days: 1,
    maxUses: null,
  });
  const ofExMember = await annotate(people.exMember);
  const someDay = { title: 'Some day', guideline: '', opens: '2100-01-01T00:00:00Z', tags: [] };
  const { id: annotationRound } = await beginAnnotationRound(people.moderator, place, {
    ...someDay,
    revealWhenAllDone: true,
    people: [userIdOf(people.member), userIdOf(people.owner)],
  });
  return {
    annotationRound,
    ...(await cards(people, { group, annotation })),
    ...(await held(people, group, {
      annotation: await annotate(people.member),
      reply: await reply(people.member, annotation),
    })),
    flag: (
      await raiseFlag(people.reader, group, { kind: 'annotation', id: annotation, reason: 'spam', note: '' })
    ).id,
    person: await external(group),
    banned: userIdOf(people.banned),
    essay: essay.id,
    annotation,
    deleted,
    hidden: await annotate(people.member, 'private'),
    ofExMember,
    reply: await reply(people.member, annotation),
    replyOfExMember: await reply(people.exMember, annotation),
    deletedReply,
    invitation,
    token,
    ...(await adjudicatedWorld(people.owner, place)),
    release: await frozenRelease(people.moderator, group),
  };
}

/** Its number. */
async function frozenRelease(moderator: Viewer, group: string): Promise<string> {
  const { id, number } = await createRelease(moderator, group, { title: 'For the paper', note: '' });
  await freezeRelease(moderator, id, async () => {});
  return String(number);
}

/** Somebody whose things were imported. */
async function external(groupId: string): Promise<string> {
  const { id } = await db().user.create({ data: { name: 'Tom (imported)' }, select: { id: true } });
  await db().externalPerson.create({ data: { userId: id, groupId } });
  return id;
}

async function held(
  people: Record<'moderator' | 'member', Viewer>,
  group: string,
  { annotation, reply }: { annotation: string; reply: string },
) {
  const draft = { kind: 'claim' as const, details: '', operationalization: '', resolvesBy: null };
  const { id: card } = await createCard(people.member, group, { ...draft, statement: 'It never ends.' });
  const grounds = { verb: 'hide', reason: 'spam', note: '' } as const;
  const hide = (kind: SubjectKind, id: string) =>
    decide(people.moderator, group, { ...grounds, items: [{ kind, id, state: '1-shown-0' }] });
  const [entry] = await hide('annotation', annotation);
  await hide('reply', reply);
  await hide('card', card);
  return { heldAnnotation: annotation, heldReply: reply, heldCard: card, entry: entry?.id ?? '' };
}

async function cards(
  people: Record<'moderator' | 'member', Viewer>,
  { group, annotation }: { group: string; annotation: string },
) {
  const draft = { kind: 'claim' as const, details: '', operationalization: '', resolvesBy: null };
  const { id: card } = await createCard(people.member, group, { ...draft, statement: 'It rains.' });
  const { id: canonical } = await createCard(people.moderator, group, { ...draft, statement: 'It pours.' });
  await stepCard(people.moderator, { group, card: canonical }, { verb: 'accept', reason: '', ifMatch: null });
  const place = { group, card };
  const occurrence = await linkPassage(people.member, place, { annotation, role: 'states' });
  const because = { type: 'supports' as const, to: canonical, rationale: 'Because.' };
  const relation = await relateCard(people.member, place, because);
  const answer = { credence: 50, reason: 'It looks so.', wouldChangeMind: '' };
  const position = await takePosition(people.member, place, answer);
  await relateCard(people.member, place, { type: 'crux-for', to: canonical, rationale: '' });
  const [step] = await cardHistory(people.moderator, { group, card: canonical });
  const asked = { title: 'Winter', closes: '2100-01-01T00:00:00Z', cards: [canonical] };
  const { id: round } = await openRound(people.moderator, group, asked);
  return {
    card,
    canonical,
    round,
    occurrence: occurrence.id,
    relation: relation.id,
    position: position.id,
    event: step?.id ?? '',
  };
}
