import Link from 'next/link';
import { orNothingHere } from '@/app/or-nothing-here';
import { SetUpNotice } from '@/components/account/set-up-notice';
import { GroupCards } from '@/components/group/group-cards';
import { Welcome } from '@/components/group/welcome';
import { FeaturedEssay } from '@/components/library/featured-essay';
import { buttonClass } from '@/components/ui/button';
import { SiteHeader } from '@/components/ui/site-header';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { listGroups } from '@/lib/server/data/groups';
import { awaitsSetUp } from '@/lib/server/data/setup';
import { signUpPolicy } from '@/lib/server/data/site';
import { startPage } from '@/lib/server/data/start-page';

export default orNothingHere(async function HomePage({ searchParams }: PageProps<'/'>) {
  const { after } = await searchParams;
  const isFirst = typeof after !== 'string';
  const viewer = await currentViewer();
  const [{ items: groups, next }, { unread, last }] = await Promise.all([
    listGroups(viewer, isFirst ? {} : { after }),
    startPage(viewer),
  ]);
  const mine = groups.filter(({ role }) => role !== null);
  const others = groups.filter(({ role }) => role === null);
  return (
    <>
      <SiteHeader viewer={viewer.user} />
      <main id="main" className="page pt-10 pb-24">
        {isFirst && viewer.user && (
          <GroupCards title="Your groups" heading="h1" groups={mine} unread={unread} mayCreate>
            {last && (
              <FeaturedEssay reason="Continue reading" group={last.group} essay={last.essay}>
                <p className="mt-2 flex flex-wrap gap-x-3 text-ink-2 text-sm">
                  <bdi>{last.where}</bdi> <span>{last.percent} % read</span>
                </p>
              </FeaturedEssay>
            )}
          </GroupCards>
        )}
        {!viewer.user && (await awaitsSetUp(viewer)) && <SetUpNotice />}
        {isFirst && !viewer.user && (
          <Welcome
            sample={others.find(({ slug }) => slug === 'sample') ?? null}
            mayJoin={(await signUpPolicy(viewer)) === 'open'}
          />
        )}
        {others.length > 0 && (
          <div className={isFirst ? 'mt-14' : ''}>
            <GroupCards title="Public groups" groups={others} {...(!isFirst && { heading: 'h1' })} />
          </div>
        )}
        {next !== null && (
          <p className="mt-8">
            <Link href={{ query: { after: next } }} className={buttonClass('outline', 'sm')}>
              More public groups
            </Link>
          </p>
        )}
      </main>
    </>
  );
});
