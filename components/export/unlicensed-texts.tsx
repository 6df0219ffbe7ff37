'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';
import type { ExportPreview, UnlicensedText } from '@/lib/core/api/export';

interface Props {
  /** Slug. */
  group: string;
  /** Whether the viewer is one. */
  isMember: boolean;
  /** They are those of a release, into which no leave brings words any more. */
  isFrozen: boolean;
  texts: ExportPreview['unlicensed'];
  withoutText: ExportPreview['withoutText'];
  onShared: () => void;
}

const comes: Record<ExportPreview['withoutText'], (them: string) => string> = {
  quotations: (them) => `Marked passages in ${them} are included as quotations.`,
  nothing: (them) => `What was marked in ${them} is left out, too: this format needs the words of a text.`,
};

const themOf = ({ length }: ExportPreview['unlicensed']) => (length === 1 ? 'it' : 'them');

/** Texts without an open licence: which stay at home and why, which come, and who may change that. */
export function UnlicensedTexts({ group, isMember, isFrozen, texts, withoutText, onShared }: Props) {
  if (texts.length === 0) return null;
  const left = texts.filter((text) => !text.comes);
  const taken = texts.filter((text) => text.comes);
  return (
    <Notice>
      {left.length > 0 && (
        <>
          <p className="font-medium text-ink">
            {left.length === 1 ? 'One text is left out.' : `${left.length} texts are left out.`}
          </p>
          <p>
            A text is included under an open licence such as CC BY, or for members where whoever added it
            allowed that, or a moderator does{isFrozen && ', and did when the release was frozen'}.{' '}
            {comes[withoutText](themOf(left))}
          </p>
        </>
      )}
      {taken.length > 0 && (
        <p className={left.length > 0 ? 'mt-2' : ''}>
          {taken.length === 1 ? 'One text is' : `${taken.length} texts are`} included without an open licence,
          for members of the group only. Do not pass {themOf(taken)} on.
          {taken.some(({ mayShare }) => mayShare) &&
            ' What is left out once, only a moderator can include again.'}
        </p>
      )}
      <TextList group={group} texts={texts} onShared={onShared} />
      {!isMember ? (
        <p className="mt-2">Members of the group may get {themOf(left)}.</p>
      ) : (
        !isFrozen &&
        !left.every(({ mayShare }) => mayShare) && (
          <p className="mt-2">
            Ask <Link href={`/g/${group}/members` as Route}>a moderator</Link>.
          </p>
        )
      )}
    </Notice>
  );
}

/** One list of both, so that the focus stays on the button of a text that changes sides. */
function TextList({ group, texts, onShared }: Pick<Props, 'group' | 'texts' | 'onShared'>) {
  const { run, error } = useRequest();
  const change = ({ essay, comes }: UnlicensedText) =>
    run(async () => {
      const params = { group, essay };
      await api('PUT /groups/{group}/essays/{essay}/sharing', { params, body: { share: !comes } });
      onShared();
    });
  return (
    <>
      <ul className="mt-2 grid gap-2">
        {texts.map((text) => (
          <li key={text.essay} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span dir="auto" className="wrap-anywhere font-medium">
              {text.title}
            </span>
            <span className="text-ink-3">
              {text.licence ?? 'no licence given'}, {text.comes ? 'included' : 'left out'}
            </span>
            {text.mayShare && (
              <Button look="outline" size="sm" onClick={() => change(text)}>
                {text.comes ? 'Leave it out' : 'Let members export it'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={error} />
    </>
  );
}
