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
      <h2>Keys</h2>
      <ShortcutsSwitch />
      <div>
        {sections.map((section) => {
          const bindings = all.filter((binding) => binding.section === section);
          return (
            bindings.length > 0 && (
              <section key={section}>
                <h3>{section}</h3>
                <dl>
                  {bindings.map(({ keys: names, label }) => (
                    <Fragment key={label}>
                      <dt>
                        {names.map((name) => (
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
