import { Notice } from '@/components/ui/notice';
import type { AgreementFigures } from '@/lib/core/agreement/agreement-figures';
import { agreementWords, enough, isThin } from '@/lib/core/agreement/agreement-words';
import type { EssayAgreement } from '@/lib/core/api/agreement';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  figures: AgreementFigures;
  tags: readonly Tag[];
  /** Who counts, where it is one text. */
  annotators?: EssayAgreement['annotators'];
}

/** What the figures say, before any of them is shown. */
export function AgreementSummary({ figures, tags, annotators }: Props) {
  const names = new Map(tags.map(({ slug, name }) => [slug, name]));
  const any = figures.tags.find(({ tag }) => tag === null);
  const people = annotators && annotators.people.length + annotators.silent;
  const isFew = figures.texts > 0 && any !== undefined && isThin(any.markers, any.passages);
  return (
    <div className="grid max-w-prose gap-3">
      <p className="text-pretty text-lg leading-relaxed">
        {agreementWords(figures, names, people).join(' ')}
      </p>
      {figures.texts > 0 && (
        <p className="text-ink-2 text-sm">
          α is 1 where people mark the very same words, 0 where they do so no more often than by chance. From
          .80 on one may draw conclusions, from .67 on tentative ones (Krippendorff,{' '}
          <cite>Content Analysis</cite>, 2004, p. 241). People who neither marked anything in a text nor said
          that they had looked are not counted in it.
        </p>
      )}
      {isFew && (
        <Notice>
          Few people or passages: with fewer than {enough.people} people or {enough.passages} passages one
          mark more changes everything here. Read the numbers as a beginning.
        </Notice>
      )}
    </div>
  );
}
