import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { agreementAddress } from '@/components/agreement/agreement-address';
import { AgreementFiles } from '@/components/agreement/agreement-files';
import { AgreementSection } from '@/components/agreement/agreement-section';
import { AgreementSummary } from '@/components/agreement/agreement-summary';
import { AlphaView } from '@/components/agreement/alpha-view';
import { EssayTable } from '@/components/agreement/essay-table';
import { MeasureLegend } from '@/components/agreement/measure-legend';
import { PairsView } from '@/components/agreement/pairs-view';
import { TagTable } from '@/components/agreement/tag-table';
import { GroupFrame } from '@/components/group/group-frame';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { groupAgreement } from '@/lib/server/data/agreement/agreement';
import { groupOf } from '@/lib/server/data/groups';
import { listTags } from '@/lib/server/data/tags';
import { spendPage } from '@/lib/server/http/spend-page';

interface Props {
  params: Promise<{ group: string }>;
  searchParams: Promise<{ tag?: string | string[] }>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props) => {
  const group = await groupOf(await currentViewer(), (await params).group);
  return { title: `Agreement in ${group.name}`, robots: { index: group.visibility === 'public' } };
});

export default orNothingHere(async function AgreementPage({ params, searchParams }: Props) {
  const viewer = await currentViewer();
  await spendPage('measure', viewer);
  const { group: slug } = await params;
  const asked = [(await searchParams).tag].flat()[0];
  const [group, all] = await Promise.all([groupOf(viewer, slug), listTags(viewer, slug)]);
  const tags = all.filter(({ retired }) => !retired);
  const tag = tags.find((one) => one.slug === asked)?.slug;
  const { figures, essays, pairs } = await groupAgreement(viewer, slug, tag);
  const named = { name: `${group.slug}-agreement`, subject: group.name, tags };
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      <div className="grid gap-10">
        <div className="grid gap-4">
          <h2 className="text-2xl">How far annotators agree</h2>
          <AgreementSummary figures={figures} tags={tags} />
        </div>
        {figures.texts > 0 && (
          <>
            <AgreementSection id="tags" title="By tag">
              <TagTable figures={figures.tags} tags={tags} />
              <MeasureLegend />
              <AlphaView {...named} figures={figures} essays={essays} />
            </AgreementSection>
            <AgreementSection id="essays" title="By essay">
              <EssayTable group={group.slug} essays={essays} tags={tags} />
            </AgreementSection>
            <AgreementSection id="pairs" title="By pairs of people">
              <PairsView
                {...named}
                hrefOf={(one) => agreementAddress(`/g/${group.slug}/agreement`, { tag: one })}
                pairs={pairs}
                tag={tag ?? null}
                viewer={viewer.user?.id ?? null}
              />
            </AgreementSection>
          </>
        )}
        <AgreementSection id="files" title="Take it away">
          <AgreementFiles group={group.slug} />
        </AgreementSection>
      </div>
    </GroupFrame>
  );
});
