'use client';

import { type RefObject, useEffect } from 'react';

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

function restore(form: HTMLFormElement, key: string): boolean {
  const kept = quietly(
    () => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Record<string, string> | null,
  );
  if (!kept) return false;
  for (const control of controls(form)) {
    const value = kept[control.name];
    if (value !== undefined) control.value = value;
  }
  return true;
}

/** Keeps what is typed into a form while the tab lives, through reloads; `onRestore` hears that something came back. */
export function useKeptForm(form: RefObject<HTMLFormElement | null>, key: string, onRestore: () => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form; what is told later is for the latest
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    if (restore(element, key)) onRestore();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      const values = Object.fromEntries(controls(element).map(({ name, value }) => [name, value]));
      quietly(() => sessionStorage.setItem(key, JSON.stringify(values)));
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
}

export const forgetForm = (key: string) => quietly(() => sessionStorage.removeItem(key));
