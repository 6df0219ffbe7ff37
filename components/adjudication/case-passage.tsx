'use client';

import { useState } from 'react';
import { contextOf, piecesOf } from '@/lib/core/adjudication/case-context';
import type { AdjudicationCase, EssayAdjudication, Reading } from '@/lib/core/api/adjudication';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  adjudication: EssayAdjudication;
  one: AdjudicationCase;
  /** What is drawn with its tag; else all that anybody marked is only tinted. */
  shown: readonly Reading[];
  tags: readonly Tag[];
}

/** Code points around a passage that are shown at first. */
const around = 280;

const slotOf = (tags: readonly Tag[], slugs: readonly string[]): number =>
  tags.find(({ slug }) => slugs.includes(slug))?.slot ?? 0;

/** The passage where it stands in the text. */
export function CasePassage({ adjudication: { blocks, essay }, one, shown, tags }: Props) {
  const [isWhole, setWhole] = useState(false);
  const context = contextOf(blocks, one, isWhole ? Number.POSITIVE_INFINITY : around);
  const spans = [...shown, one];
  return (
    <section aria-label="Passage" className="rounded-lg border border-rule bg-paper p-5 sm:p-6">
      <div
        lang={essay.language}
        dir="auto"
        className="wrap-anywhere grid gap-3 font-read text-lg leading-relaxed"
      >
        {context.blocks.map((block, i) => (
          <p key={block.start} className="whitespace-pre-line">
            {i === 0 && context.before && '… '}
            {piecesOf(block, spans).map(({ start, text, over }) => {
              const top = over[0];
              if (top === undefined) return text;
              const isShown = top < shown.length;
              return (
                <mark
                  key={start}
                  style={isShown ? drawn(slotOf(tags, shown[top]?.tags ?? [])) : undefined}
                  className={
                    isShown
                      ? drawnClass
                      : 'bg-rule/70 text-ink forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]'
                  }
                >
                  {text}
                </mark>
              );
            })}
            {i === context.blocks.length - 1 && context.after && ' …'}
          </p>
        ))}
      </div>
      {(context.before || context.after) && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="mt-3 min-h-9 text-ink-2 text-sm underline pointer-coarse:min-h-11"
        >
          Show more of the text
        </button>
      )}
    </section>
  );
}

const drawnClass =
  'bg-(--mark-tint) text-ink underline decoration-(--mark-edge) decoration-2 underline-offset-4 forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]';

const drawn = (slot: number) =>
  ({
    '--mark-tint': `var(--hl-${slot}-tint)`,
    '--mark-edge': `var(--hl-${slot}-edge)`,
  }) as React.CSSProperties;
