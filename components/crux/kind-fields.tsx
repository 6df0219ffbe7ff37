import type { CardKind } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';
import { kindTag } from './kind-tag';

export const cardKinds: readonly CardKind[] = ['claim', 'crux', 'failure-mode'];

interface Props {
  tags: readonly Tag[];
  chosen: CardKind;
  /** Absent: the form itself remembers. */
  onChoose?: (kind: CardKind) => void;
}

/** Chooses what kind of statement a card is, in the group's words. */
export function KindFields({ tags, chosen, onChoose }: Props) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">Kind</legend>
      <div className="flex flex-wrap gap-1">
        {cardKinds.map((kind) => {
          const { name, glyph, slot } = kindTag(kind, tags);
          return (
            <label
              key={kind}
              className="relative flex min-h-9 flex-1 cursor-pointer items-center justify-center gap-1.5 whitespace-nowrap rounded-md border border-rule-strong px-3 text-sm has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name="kind"
                value={kind}
                className="absolute inset-0 cursor-pointer opacity-0"
                {...(onChoose
                  ? { checked: kind === chosen, onChange: () => onChoose(kind) }
                  : { defaultChecked: kind === chosen })}
              />
              <i className="not-italic" style={{ color: `var(--hl-${slot}-edge)` }} aria-hidden="true">
                {glyph}
              </i>
              {name}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
