'use client';

import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FormKeeper, type Settings, type Tidings } from './form-keeper';
import type { Values } from './form-values';

/** What was kept of a form. */
export interface KeptForm {
  tidings: Tidings;
  /** For when it was sent or given up; of a form that stays, what was saved by the names of its controls. */
  forget: (saved?: Values) => void;
  discard: () => void;
  /** Takes back that it was discarded. */
  undo: () => void;
}

/**
 * Keeps what is typed into a form while the tab lives, through other pages and reloads. Where nobody typed, the form says
 * what the page gives it, also when that becomes another.
 */
export function useKeptForm(
  form: RefObject<HTMLFormElement | null>,
  key: string,
  settings: Settings = {},
): KeptForm {
  const [tidings, tell] = useState<Tidings>(null);
  const keeper = useRef<FormKeeper>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form; what is told later is for the latest
  useLayoutEffect(() => {
    const element = form.current;
    if (!element) return;
    const one = new FormKeeper(element, key, { ...settings, tell });
    keeper.current = one;
    const hear = () => one.hear();
    const hurry = () => one.hurry();
    element.addEventListener('input', hear);
    window.addEventListener('pagehide', hurry);
    return () => {
      element.removeEventListener('input', hear);
      window.removeEventListener('pagehide', hurry);
      hurry();
    };
  }, [form, key]);
  // Of a control that is there React changes the default, and that no longer shows once it was given a value.
  useLayoutEffect(() => keeper.current?.renew());

  function change(deed: 'discard' | 'undo') {
    // At once, since it may show other controls.
    flushSync(() => keeper.current?.[deed]());
    form.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus();
  }
  return {
    tidings,
    forget: (saved) => keeper.current?.forget(saved),
    discard: () => change('discard'),
    undo: () => change('undo'),
  };
}
