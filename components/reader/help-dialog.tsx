'use client';

import { Fragment, use } from 'react';
import { isSingleCharacter, sections } from './keymap';
import { PanelDialog } from './panel-dialog';
import { useReader, useReaderStore } from './reader-store';
import { ShortcutsSwitch } from './shortcuts-switch';

/** All keys of the page, from the table that the keyboard itself goes by. */
export default function HelpDialog() {
  const { bindings: all } = use(useReaderStore().keys.fetch());
  const single = useReader(({ settings }) => settings.shortcuts ?? true);
  return (
    <PanelDialog className="reader-help" label="Keys">
      <header>
        <h2>Keys</h2>
        <ShortcutsSwitch />
      </header>
      <div>
        <div>
          {Object.entries(sections).map(([section, heading]) => {
            const rows = Map.groupBy(
              all.filter((binding) => binding.section === section),
              ({ label }) => label,
            );
            return (
              rows.size > 0 && (
                <section key={section}>
                  <h3>{heading}</h3>
                  <dl>
                    {[...rows].map(([label, bindings]) => (
                      <Fragment key={label}>
                        <dt>
                          {bindings
                            .flatMap(({ keys }) => keys)
                            .map((name) => (
                              <kbd key={name}>
                                {spelled(single || !isSingleCharacter(name) ? name : `Alt+${name}`)}
                              </kbd>
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
      </div>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </PanelDialog>
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
