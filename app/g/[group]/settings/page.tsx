import { orNothingHere } from '@/app/or-nothing-here';
import { DeleteGroup } from '@/components/group/delete-group';
import { GroupForm } from '@/components/group/group-form';
import { GroupFrame } from '@/components/group/group-frame';
import { GuidelineForm } from '@/components/group/guideline-form';
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
  if (!may('vocabulary.edit', standing)) throw notFound();
  return (
    <GroupFrame group={group} viewer={viewer.user} current="settings">
      <div className="grid max-w-3xl gap-12">
        {may('group.edit', standing) && <GroupForm group={group} />}
        {may('group.edit', standing) && <ModerationForm group={group} />}
        <VocabularyEditor group={slug} tags={tags} />
        <GuidelineForm group={group.slug} guideline={guideline} />
        <WebhookSection group={slug} webhooks={await listWebhooks(viewer, slug)} />
        {may('group.delete', standing) && <DeleteGroup group={group} />}
      </div>
    </GroupFrame>
  );
});
