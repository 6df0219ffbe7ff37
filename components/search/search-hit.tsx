import { FileText, Highlighter, LayoutGrid, MessageSquare } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { Fragment } from 'react';
import { TagChip } from '@/components/annotation/tag-chip';
import { When } from '@/components/crux/when';
import type { SearchHit as Hit } from '@/lib/core/api/search';
import { statusNames } from '@/lib/core/crux/status-names';

const icons = { essay: FileText, annotation: Highlighter, reply: MessageSquare, card: LayoutGrid };
const kinds = { essay: 'Essay', annotation: 'Annotation', reply: 'Reply', card: 'Card' };

/** One thing that was found; its heading leads to the place. */
export function SearchHit({ hit }: { hit: Hit }) {
  const { kind, snippet, group, essay, person, card, created, tags, more } = hit;
  const Icon = icons[kind];
  const language = essay && snippet.from !== 'comment' ? { lang: essay.language } : {};
  return (
    <li data-hit className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-rule border-b py-5 first:pt-0">
      <Icon size={18} aria-hidden="true" className="mt-1 text-ink-3" />
      <div className="min-w-0">
        <h3 className="font-ui text-base leading-normal">
          <Link
            href={hit.path as Route}
            prefetch={false}
            className="wrap-anywhere inline-flex min-h-6 items-center pointer-coarse:-my-2.5 pointer-coarse:py-2.5"
          >
            <span>
              <span className="sr-only">{kinds[kind]}: </span>
              {card ? (
                <bdi>{snippet.from === 'title' ? <Found parts={snippet.parts} /> : card.statement}</bdi>
              ) : kind === 'essay' ? (
                <bdi>{snippet.from === 'title' ? <Found parts={snippet.parts} /> : essay?.title}</bdi>
              ) : (
                <>
                  <bdi>{person?.name}</bdi> on <bdi>{essay?.title}</bdi>
                </>
              )}
            </span>
          </Link>
        </h3>
        {snippet.from !== 'title' && snippet.parts.length > 0 && (
          <p
            dir="auto"
            {...language}
            className={`wrap-anywhere mt-1 text-ink-2 ${snippet.from === 'comment' ? '' : 'font-read text-[1.0625rem]'}`}
          >
            {snippet.isCutBefore && '… '}
            <Found parts={snippet.parts} />
            {snippet.isCutAfter && ' …'}
          </p>
        )}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3 text-sm">
          <bdi>{group.name}</bdi>
          {card && card.status !== 'canonical' && <span>{statusNames[card.status]}</span>}
          {kind !== 'essay' && created && <When at={created} />}
          {snippet.from === 'quote' && <span>in the marked words</span>}
          {more > 0 && <span>{more === 1 ? '1 more paragraph' : `${more} more paragraphs`}</span>}
          {tags.map((tag) => (
            <TagChip key={tag.slug} tag={tag} />
          ))}
        </p>
      </div>
    </li>
  );
}

function Found({ parts }: { parts: Hit['snippet']['parts'] }) {
  return parts.map(({ text, isFound }, at) => {
    // Parts of one text never change places.
    const key = `part ${at}`;
    return isFound ? (
      <mark
        key={key}
        className="rounded-sm bg-(--hl-0-tint) text-ink underline decoration-(--hl-0-edge) decoration-2 underline-offset-2"
      >
        {text}
      </mark>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    );
  });
}
