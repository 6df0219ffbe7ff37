'use client';

import { Fragment, useState } from 'react';
import { useSingleKeys } from '@/components/use-single-keys';
import { DialogFrame } from './dialog-frame';

/** Keys that do one thing, or the same to and fro, and what they do in the imperative. */
export type KeyRow = readonly [keys: string, label: string];

interface Props {
  rows: readonly KeyRow[];
  hasShortcuts: boolean;
}

/** All keys of a page, behind the same sign and the same key as in an essay. */
export function KeyHelp({ rows, hasShortcuts }: Props) {
  const [isOpen, setOpen] = useState(false);
  useSingleKeys(hasShortcuts, { '?': () => setOpen(true) });
  return (
    <>
      <button
        type="button"
        aria-label="Keys"
        title="Keys"
        onClick={() => setOpen(true)}
        className="min-h-8 rounded-md px-3 font-medium text-ink-2 text-sm hover:bg-sunken pointer-coarse:hidden"
      >
        ?
      </button>
      {isOpen && (
        <DialogFrame title="Keys" onClose={() => setOpen(false)}>
          <dl className="grid grid-cols-[max-content_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
            {rows.map(([keys, label]) => (
              <Fragment key={label}>
                <dt className="flex gap-1">
                  {keys.split(' ').map((key) => (
                    <kbd
                      key={key}
                      className="rounded border border-rule bg-surface px-1.5 py-0.5 font-ui text-xs"
                    >
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{label}</dd>
              </Fragment>
            ))}
          </dl>
          <form method="dialog" className="mt-6 flex justify-end">
            <button
              type="submit"
              className="min-h-10 rounded-md border border-rule-strong/60 px-4 font-medium text-sm"
            >
              Close
            </button>
          </form>
        </DialogFrame>
      )}
    </>
  );
}
