'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Typing is kept after this many milliseconds of rest: a megabyte at every key would be felt. */
const rest = 400;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (element): element is Control => 'value' in element && 'name' in element && element.name !== '',
  );

/** Storage may be full or forbidden: then a reload loses the text, and nothing else happens. */
function quietly<T>(deed: () => T): T | undefined {
  try {
    return deed();
  } catch {
    return undefined;
  }
}

type Values = Record<string, string>;

/** What a form says, by the names of its controls; a chosen radio button says its value. */
export const valuesOf = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    controls(form)
      .filter((control) => control.type !== 'radio' || (control as HTMLInputElement).checked)
      .map(({ name, value }) => [name, value]),
  );

/** The other way round; controls that are not named keep what they say. */
export function fillForm(form: HTMLFormElement, values: Values): void {
  for (const control of controls(form)) {
    const value = values[control.name];
    if (value === undefined) continue;
    if (control.type === 'radio') (control as HTMLInputElement).checked = control.value === value;
    else control.value = value;
  }
}

/**
 * Keeps what is typed into a form while the tab lives, through reloads; `onRestore` hears what came back. Nothing is kept
 * under null. Returns how to forget it, for when it was sent or given up.
 */
export function useKeptForm(
  form: RefObject<HTMLFormElement | null>,
  key: string | null,
  onRestore: (values: Values) => void = () => {},
): () => void {
  const drop = useRef(() => {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form; what is told later is for the latest
  useEffect(() => {
    const element = form.current;
    if (!element || key === null) return;
    const kept = quietly(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Values | null);
    if (kept) {
      fillForm(element, kept);
      onRestore(kept);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      quietly(() => sessionStorage.setItem(key, JSON.stringify(valuesOf(element))));
    };
    drop.current = () => {
      clearTimeout(timer);
      timer = undefined;
      quietly(() => sessionStorage.removeItem(key));
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(save, rest);
    };
    element.addEventListener('input', soon);
    window.addEventListener('pagehide', save);
    return () => {
      element.removeEventListener('input', soon);
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [form, key]);
  return () => drop.current();
}
