'use client';

import { Fragment, useRef } from 'react';
import { type KeyBinding, sections } from './keymap';
import { useKeys, useReaderStore } from './reader-store';

const helpId = 'reader-help';

export const showHelp = () => {
  const dialog = document.getElementById(helpId) as HTMLDialogElement | null;
  if (!dialog?.open) dialog?.showModal();
};

const keys = (): readonly KeyBinding[] => [
  { keys: ['?'], section: 'Page', label: 'Show all keys', run: showHelp },
];

/** All keys of the page, from the table that the keyboard itself goes by. */
export function HelpDialog() {
  useKeys(keys);
  const { keys: keymap } = useReaderStore();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <dialog
      id={helpId}
      ref={dialog}
      className="reader-help"
      aria-labelledby="reader-help-title"
      closedby="any"
    >
      <h2 id="reader-help-title">Keys</h2>
      <div>
        {sections.map((section) => {
          const bindings = keymap.bindings().filter((binding) => binding.section === section);
          return (
            bindings.length > 0 && (
              <section key={section}>
                <h3>{section}</h3>
                <dl>
                  {bindings.map(({ keys: names, label }) => (
                    <Fragment key={label}>
                      <dt>
                        {names.map((name) => (
                          <kbd key={name}>{spelled(name)}</kbd>
                        ))}
                      </dt>
                      <dd>{label}</dd>
                    </Fragment>
                  ))}
                </dl>
              </section>
            )
          );
        })}
      </div>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

const signs: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

const spelled = (name: string) =>
  name
    .split('+')
    .map((part) => signs[part] ?? part)
    .join(' ');
