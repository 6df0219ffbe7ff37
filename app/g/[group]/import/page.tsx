import { orNothingHere } from '@/app/or-nothing-here';
import { GroupFrame } from '@/components/group/group-frame';
import { ModeratorsOnly } from '@/components/group/moderators-only';
import { ImportDesk } from '@/components/import/import-desk';
import { may } from '@/lib/core/access/permissions';
import { largestCorpusFile } from '@/lib/core/api/corpus-import';
import { notFound } from '@/lib/core/api/problem';
import { offeredSources } from '@/lib/core/corpus-import/corpus-sources';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { groupOf } from '@/lib/server/data/groups';
import { answerWith } from '@/lib/server/http/answer-status';

export const metadata = { title: 'Import', robots: { index: false } };

export default orNothingHere(async function ImportPage({ params }: { params: Promise<{ group: string }> }) {
  const viewer = await currentViewer();
  const group = await groupOf(viewer, (await params).group);
  if (!group.role) throw notFound();
  if (!may('corpus.import', { role: group.role, visibility: group.visibility })) {
    answerWith(403);
    return <ModeratorsOnly group={group} viewer={viewer.user} current="corpus" />;
  }
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      <div className="mb-8 max-w-prose">
        <h2 className="text-2xl">Import</h2>
        <p className="mt-1 text-ink-2">
          Bring in marks and comments from elsewhere. Their authors are shown as imported, and members can
          claim what is theirs. Importing a file again adds only what is missing.
        </p>
      </div>
      <ImportDesk group={group.slug} sources={offeredSources} largest={largestCorpusFile} />
    </GroupFrame>
  );
});
