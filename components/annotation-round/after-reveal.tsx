import type { Route } from 'next';
import Link from 'next/link';
import { AgreementSection } from '@/components/agreement/agreement-section';
import { buttonClass } from '@/components/ui/button';
import type { AnnotationRound, RoundAgreement } from '@/lib/core/api/annotation-rounds';
import type { Tag } from '@/lib/core/api/groups';
import { BeforeAfter } from './before-after';
import { ContestedFirst } from './contested-first';
import { RoundFiles } from './round-files';
import { WhoMoved } from './who-moved';

interface Props {
  /** Slugs. */
  place: { group: string; essay: string };
  round: AnnotationRound;
  agreement: RoundAgreement;
  tags: readonly Tag[];
  /** The text that was read is the one that the essay shows. */
  isNewest: boolean;
  /** The viewer may decide on passages. */
  decides: boolean;
}

/** What came of a round, and where the group goes on from there. */
export function AfterReveal({ place, round, agreement, tags, isNewest, decides }: Props) {
  const path = `/g/${place.group}/${place.essay}`;
  const ways = [
    { name: 'Agreement of the whole group', to: `${path}/agreement` },
    {
      name: decides ? 'Decide on passages' : 'Decisions on passages',
      to: `${path}/adjudicate?round=${round.id}`,
    },
  ];
  return (
    <>
      <AgreementSection level={2} id="agreement" title="Agreement before and after">
        <p className="max-w-prose text-ink-2 text-sm">
          “Before” means the marks at the reveal, which never change. People who neither marked anything nor
          said they were done are not counted, and neither are marks from before the round.
        </p>
        <BeforeAfter agreement={agreement} tags={tags} />
        <RoundFiles place={place} round={round.id} />
      </AgreementSection>
      <AgreementSection level={2} id="contested" title="Talk about these first">
        <ContestedFirst path={path} agreement={agreement} tags={tags} isNewest={isNewest} />
      </AgreementSection>
      <AgreementSection level={2} id="moved" title="Who moved">
        <WhoMoved path={path} tags={tags} moves={agreement.moves} />
      </AgreementSection>
      <AgreementSection level={2} id="next" title="What comes next">
        <p className="flex flex-wrap gap-2">
          {ways.map(({ name, to }) => (
            <Link key={to} href={to as Route} prefetch={false} className={buttonClass('outline', 'sm')}>
              {name}
            </Link>
          ))}
        </p>
      </AgreementSection>
    </>
  );
}
