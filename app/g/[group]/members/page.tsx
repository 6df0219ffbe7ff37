import { orNothingHere } from '@/app/or-nothing-here';
import { GroupFrame } from '@/components/group/group-frame';
import { InvitePanel } from '@/components/group/invite-panel';
import { MemberList } from '@/components/group/member-list';
import { ExternalPeople } from '@/components/import/external-people';
import { StayCurrent } from '@/components/live/stay-current';
import { BanList } from '@/components/moderation/ban-list';
import { mayTouch } from '@/lib/core/access/member-roles';
import { may, roles, rolesThatMay } from '@/lib/core/access/permissions';
import { MemberRole } from '@/lib/core/api/groups';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { externalPeople } from '@/lib/server/data/corpus-import/external-people';
import { groupCursor } from '@/lib/server/data/group-cursor';
import { groupOf } from '@/lib/server/data/groups';
import { followsIn } from '@/lib/server/data/inbox/subscriptions';
import { listInvitations } from '@/lib/server/data/invitations';
import { listMembers } from '@/lib/server/data/members';
import { listBans } from '@/lib/server/data/moderation/bans';

export const metadata = { title: 'Members' };

export default orNothingHere(async function MembersPage({ params }: { params: Promise<{ group: string }> }) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const live = await groupCursor(viewer, slug, 'group');
  const [group, members, follows, external] = await Promise.all([
    groupOf(viewer, slug),
    listMembers(viewer, slug),
    followsIn(viewer, slug),
    externalPeople(viewer, slug),
  ]);
  const role = group.role ?? ('stranger' as const);
  const standing = { role, visibility: group.visibility } as const;
  const bans = may('moderation.review', standing) ? await listBans(viewer, slug) : [];
  const mayInvite = may('invitation.create', standing);
  const mayRemove = (other: MemberRole) => may('member.remove', standing) && mayTouch(role, other);
  return (
    <GroupFrame group={group} viewer={viewer.user} current="members">
      <StayCurrent group={slug} about="group" from={live} />
      <div className="grid gap-10">
        {mayInvite && (
          <InvitePanel
            group={slug}
            invitations={await listInvitations(viewer, slug)}
            roles={MemberRole.options.filter((given) => roles.indexOf(given) <= roles.indexOf(role))}
          />
        )}
        <section aria-labelledby="members" className="grid gap-2">
          <h2 id="members" className="text-xl">
            {members.length} {members.length === 1 ? 'member' : 'members'}
          </h2>
          <MemberList
            group={slug}
            members={members}
            viewer={viewer.user?.id ?? null}
            mayChange={may('member.change', standing)}
            removable={members.filter((member) => mayRemove(member.role)).map(({ person }) => person.id)}
            follows={
              follows && members.map(({ person }) => person.id).filter((id) => follows.has(`person:${id}`))
            }
          />
        </section>
        {external.length > 0 && (
          <ExternalPeople
            group={slug}
            people={external}
            viewer={viewer.user?.id ?? null}
            mayAsk={may('external.claim', standing)}
            mayAgree={may('corpus.import', standing)}
            isOnlyModerator={
              !members.some(
                ({ person, role }) =>
                  person.id !== viewer.user?.id && rolesThatMay('corpus.import').includes(role),
              )
            }
          />
        )}
        {bans.length > 0 && <BanList group={slug} bans={bans} />}
      </div>
    </GroupFrame>
  );
});
