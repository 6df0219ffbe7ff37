import { TagTable } from '@/components/agreement/tag-table';
import { CommentView } from '@/components/annotation/comment-view';
import { When } from '@/components/crux/when';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { Tag } from '@/lib/core/api/groups';
import type { ReleaseCard as Card } from '@/lib/core/api/releases';
import { standingComment } from '@/lib/core/corpus/standing-comment';
import { ReleaseSection } from './release-section';

/** Who marked something; where that was not counted, who wrote any of it. */
const whoAnnotated = ({ annotators, people }: Pick<Card, 'annotators' | 'people'>): string =>
  annotators === undefined ? `${persons(people)} took part` : `By ${persons(annotators)}`;

const persons = (n: number) => (n === 1 ? 'one person' : `${n} people`);

/** What is to be known about a release: texts and licences, vocabulary, guideline, agreement. */
export function ReleaseCard({ card, tags }: { card: Card; tags: readonly Tag[] }) {
  const { texts, first, last, guideline, agreement } = card;
  return (
    <>
      <ReleaseSection id="texts" title="Texts and licences">
        <TextTable texts={texts} />
      </ReleaseSection>
      <ReleaseSection id="vocabulary" title="How it was annotated">
        <p className="text-ink-2 text-sm">
          {whoAnnotated(card)}
          {first && last && <Between first={first} last={last} />}.
        </p>
        <ul className="grid max-w-prose gap-2 text-sm">
          {card.tags.map(({ slug, name, definition, annotations }) => (
            <li key={slug}>
              <span className="font-medium">{name}</span>{' '}
              <span className="text-ink-3 tabular-nums">{annotations.toLocaleString('en')}</span>
              {definition && <span className="block text-ink-2">{definition}</span>}
            </li>
          ))}
        </ul>
        {guideline && (
          <details className="max-w-prose rounded-md border border-rule">
            <summary className="min-h-11 px-4 py-2.5 font-medium text-sm">
              Guideline, version {guideline.version}
            </summary>
            <div className="px-4 pb-4">
              <CommentView document={standingComment(guideline.markdown)} />
            </div>
          </details>
        )}
      </ReleaseSection>
      <ReleaseSection id="agreement" title="How far annotators agree">
        <p className="max-w-prose text-ink-2 text-sm">
          Computed from the release alone: here an annotator of a text is whoever marked something in it or
          checked every section of it for a tag. The group’s own figures also count people who were done with
          a blind reading and found nothing.
        </p>
        {agreement.texts > 0 ? (
          <TagTable figures={agreement.tags} tags={tags} />
        ) : (
          <p className="text-sm">
            No text whose words come has two annotators, so there is nothing to compare.
          </p>
        )}
      </ReleaseSection>
    </>
  );
}

function Between({ first, last }: { first: string; last: string }) {
  if (first.slice(0, 10) === last.slice(0, 10))
    return (
      <>
        , on <When at={first} />
      </>
    );
  return (
    <>
      , between <When at={first} /> and <When at={last} />
    </>
  );
}

function TextTable({ texts }: Pick<Card, 'texts'>) {
  return (
    <ScrollBox label="Texts and licences" className="sideways rounded-lg border border-rule bg-raised">
      <table className="w-full min-w-xl text-sm">
        <thead>
          <tr className="border-rule border-b text-start">
            {['Text', 'Licence', 'Words come', 'Annotations'].map((name) => (
              <th key={name} scope="col" className="p-3 text-start font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {texts.map(({ slug, number, title, authors, licence, comes, annotations }) => (
            <tr key={`${slug} ${number}`} className="border-rule border-b align-top last:border-b-0">
              <th scope="row" className="p-3 text-start font-normal" dir="auto">
                {title}
                <span className="block text-ink-3 text-xs">
                  {[authors.join(', '), `version ${number}`].filter(Boolean).join(' · ')}
                </span>
              </th>
              <td className="p-3">{licence ?? 'None given'}</td>
              <td className="p-3">{comes ? 'Yes' : 'No, only what was marked'}</td>
              <td className="p-3 tabular-nums">{annotations.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
