import { orNothingHere } from '@/app/or-nothing-here';
import { SettingsSection } from '@/components/account/settings-section';
import { DeleteGroup } from '@/components/group/delete-group';
import { GroupForm } from '@/components/group/group-form';
import { GroupFrame } from '@/components/group/group-frame';
import { GuidelineForm } from '@/components/group/guideline-form';
import { ModeratorsOnly } from '@/components/group/moderators-only';
import { VocabularyEditor } from '@/components/group/vocabulary-editor';
import { WebhookSection } from '@/components/group/webhooks/webhook-section';
import { ModerationForm } from '@/components/moderation/moderation-form';
import { may } from '@/lib/core/access/permissions';
import { notFound } from '@/lib/core/api/problem';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { groupOf } from '@/lib/server/data/groups';
import { guidelineOf } from '@/lib/server/data/guideline';
import { listTags } from '@/lib/server/data/tags';
import { listWebhooks } from '@/lib/server/data/webhooks';
import { answerWith } from '@/lib/server/http/answer-status';

export const metadata = { title: 'Group settings' };

export default orNothingHere(async function GroupSettingsPage({
  params,
}: {
  params: Promise<{ group: string }>;
}) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const [group, tags, guideline] = await Promise.all([
    groupOf(viewer, slug),
    listTags(viewer, slug),
    guidelineOf(viewer, slug),
  ]);
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  if (!viewer.user || !group.role) throw notFound();
  if (!may('vocabulary.edit', standing)) {
    answerWith(403);
    return <ModeratorsOnly group={group} viewer={viewer.user} current="settings" />;
  }
  return (
    <GroupFrame group={group} viewer={viewer.user} current="settings">
      <div className="max-w-5xl *:first:border-t-0 *:first:pt-0">
        {may('group.edit', standing) && (
          <>
            <SettingsSection title="Group" about="What it is called, what it is for, and who can see it.">
              <GroupForm group={group} viewer={viewer.user.id} />
            </SettingsSection>
            <SettingsSection
              title="Moderation"
              about="Who looks at what first, and who reads what was decided."
            >
              <ModerationForm group={group} />
            </SettingsSection>
          </>
        )}
        <SettingsSection
          title="Vocabulary"
          about="The tags to choose from. Renaming a tag renames it everywhere. A retired tag stays where it was used."
        >
          <VocabularyEditor group={slug} tags={tags} />
        </SettingsSection>
        <SettingsSection title="Guideline" about="What counts as what in this group.">
          <GuidelineForm group={group.slug} viewer={viewer.user.id} guideline={guideline} />
        </SettingsSection>
        <WebhookSection group={slug} webhooks={await listWebhooks(viewer, slug)} />
        {may('group.delete', standing) && (
          <SettingsSection
            title="Delete this group"
            about="Its reading list, annotations and threads are deleted for everyone. This cannot be undone."
          >
            <DeleteGroup group={group} />
          </SettingsSection>
        )}
      </div>
    </GroupFrame>
  );
});
