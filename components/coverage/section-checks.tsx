'use client';

import { useState } from 'react';
import { api } from '@/components/api-client';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';
import type { CheckedSection } from '@/lib/core/api/coverage';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  place: { group: string; essay: string };
  version: number;
  sections: readonly CheckedSection[];
  tags: readonly Tag[];
  /** The viewer may check. */
  checks: boolean;
}

/** The sections of a text, and what readers have looked for in each. */
export function SectionChecks({ place, version, sections, tags, checks }: Props) {
  return (
    <ol className="grid gap-3">
      {sections.map((section) => (
        <li key={section.block} className="grid gap-2 rounded-lg border border-rule bg-raised p-4">
          <h2 className="wrap-anywhere font-medium font-ui text-base" dir="auto">
            <a
              href={`/g/${place.group}/${place.essay}#b-${section.block}`}
              className="inline-flex min-h-9 items-center pointer-coarse:min-h-11 min-w-11"
            >
              {section.title ?? (sections.length === 1 ? 'The whole text' : 'Before the first heading')}
            </a>
          </h2>
          <ul className="flex flex-wrap gap-2">
            {tags.map((tag) => (
              <li key={tag.slug}>
                <Check place={place} version={version} section={section} tag={tag} checks={checks} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

interface CheckProps extends Pick<Props, 'place' | 'version' | 'checks'> {
  section: CheckedSection;
  tag: Tag;
}

/** Shown as it will be at once, and as it was when the server refuses. */
function Check({ place, version, section, tag, checks }: CheckProps) {
  const cell = section.tags.find((one) => one.tag === tag.slug);
  const [isMine, setMine] = useState(cell?.isMine ?? false);
  const { error, run } = useRequest();
  const { found = 0, people = 0 } = cell ?? {};
  const readers = people + Number(isMine) - Number(cell?.isMine ?? false);

  async function set(checked: boolean) {
    setMine(checked);
    const body = { version, block: section.block, tag: tag.slug, checked };
    const call = { params: place, body };
    const done = await run(() => api('PUT /groups/{group}/essays/{essay}/checks', call).then(() => true));
    if (!done) setMine(!checked);
  }

  const words = [
    found > 0 && `${found} found`,
    readers > 0 && (readers === 1 ? '1 reader looked' : `${readers} readers looked`),
  ].filter(Boolean);
  return (
    <>
      <label className="flex min-h-10 items-center gap-2 rounded-md border border-rule-strong px-3 text-sm has-checked:border-accent has-checked:bg-accent-soft pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={isMine}
          disabled={!checks}
          onChange={(event) => void set(event.target.checked)}
        />
        <span>
          <span aria-hidden="true" style={{ color: `var(--hl-${tag.slot}-edge)` }}>
            {tag.glyph}
          </span>{' '}
          {tag.name}
          {words.length > 0 && <span className="text-ink-3"> {words.join(', ')}</span>}
        </span>
      </label>
      <Refusal error={error} />
    </>
  );
}
