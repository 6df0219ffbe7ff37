import type { Group } from '@/lib/core/api/groups';
import { atomType, feedPath } from '@/lib/core/feed/feed-path';
import { CorpusPlace } from './corpus-place';
import { CorpusSection } from './corpus-section';

interface Props {
  group: Pick<Group, 'slug' | 'visibility'>;
  mayImport: boolean;
  /** How many there are; null for those who may not set them up. */
  webhooks: number | null;
}

/** How marks come in from elsewhere, and who is told of new ones. */
export function OtherPrograms({ group: { slug, visibility }, mayImport, webhooks }: Props) {
  const isPrivate = visibility === 'private';
  return (
    <CorpusSection
      id="others"
      title="Other programs"
      about={`${mayImport ? 'What was marked elsewhere comes in, and what' : 'What'} is new here goes out.`}
      more={
        <p className="mt-3 text-ink-2 text-sm">
          Programs that speak the W3C’s Web Annotation Protocol find this group at{' '}
          <code className="wrap-anywhere">/wa/{slug}/</code>
          {isPrivate && ', with a token of yours'}.
        </p>
      }
    >
      {mayImport && (
        <CorpusPlace title="Import" path={`/g/${slug}/import`}>
          Marks and comments from another Cruxbook, Hypothesis, Readwise or LessWrong.
        </CorpusPlace>
      )}
      <CorpusPlace title="Atom feed" path={feedPath(slug)} type={atomType}>
        What is new here, for a feed reader{isPrivate && ' that has a token of yours as its password'}.
      </CorpusPlace>
      {webhooks !== null && (
        <CorpusPlace title="Webhooks" path={`/g/${slug}/settings#webhooks`} figure={webhooks || 'None yet'}>
          Addresses that are told when something happens here.
        </CorpusPlace>
      )}
    </CorpusSection>
  );
}
