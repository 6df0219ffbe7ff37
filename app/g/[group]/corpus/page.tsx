import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { CorpusSection } from '@/components/corpus/corpus-section';
import { EssayPlaces } from '@/components/corpus/essay-places';
import { LookInto } from '@/components/corpus/look-into';
import { OtherPrograms } from '@/components/corpus/other-programs';
import { TakeAway } from '@/components/corpus/take-away';
import { GroupFrame } from '@/components/group/group-frame';
import { repeatedTitles } from '@/components/library/same-title';
import { may } from '@/lib/core/access/permissions';
import { offeredFormats } from '@/lib/core/export/export-formats';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { countRounds } from '@/lib/server/data/annotation-rounds/count-rounds';
import { readingList } from '@/lib/server/data/essays';
import { groupOf } from '@/lib/server/data/groups';
import { listReleases } from '@/lib/server/data/releases/releases';
import { listWebhooks } from '@/lib/server/data/webhooks';

type Props = { params: Promise<{ group: string }> };

export const generateMetadata = orNoTitle(async ({ params }: Props) => {
  const group = await groupOf(await currentViewer(), (await params).group);
  return { title: `Corpus of ${group.name}`, robots: { index: group.visibility === 'public' } };
});

export default orNothingHere(async function CorpusPage({ params }: Props) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const [group, essays, releases, rounds] = await Promise.all([
    groupOf(viewer, slug),
    readingList(viewer, slug),
    listReleases(viewer, slug),
    countRounds(viewer, slug),
  ]);
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  const repeated = repeatedTitles(essays.map(({ title }) => title));
  const at = `/g/${group.slug}`;
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      <p className="mb-10 max-w-prose text-pretty text-ink-2">
        Everything this group has marked and said, in one place: look into it, settle it, take it away.
      </p>
      <div className="grid gap-12">
        <TakeAway at={at} formats={offeredFormats.length} releases={releases} />
        <LookInto at={at} />
        {essays.length > 0 && (
          <CorpusSection
            id="essays"
            title="Essay by essay"
            about="In a blind reading nobody sees what the others mark until all is shown. Where people marked a passage differently, moderators decide what stands."
          >
            {essays.map((essay) => (
              <EssayPlaces
                key={essay.id}
                group={group.slug}
                essay={essay}
                isRepeated={repeated.has(essay.title)}
                rounds={rounds.get(essay.id) ?? { all: 0, open: 0 }}
              />
            ))}
          </CorpusSection>
        )}
        <OtherPrograms
          group={group}
          mayImport={may('corpus.import', standing)}
          webhooks={may('webhook.manage', standing) ? (await listWebhooks(viewer, slug)).length : null}
        />
      </div>
    </GroupFrame>
  );
});
