'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';

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

const isRadio = (control: Control): control is HTMLInputElement & { type: 'radio' } =>
  control.type === 'radio';
const isBox = (control: Control): control is HTMLInputElement & { type: 'checkbox' } =>
  control.type === 'checkbox';
const isSelect = (control: Control): control is HTMLSelectElement => control.type === 'select-one';

/** Boxes of one name are told apart by their values. */
const keptAs = (control: Control): string =>
  isBox(control) ? `${control.name} ${control.value}` : control.name;

const sayingOf = (control: Control): string => (isBox(control) ? String(control.checked) : control.value);

/** Whether it says something else than the page gave it. A hidden one says what was chosen elsewhere in the form. */
function isChanged(control: Control): boolean {
  if (control.type === 'hidden') return true;
  if (isBox(control)) return control.checked !== control.defaultChecked;
  if (isRadio(control)) return control.checked && !control.defaultChecked;
  if (isSelect(control))
    return (
      control.selectedIndex !==
      Math.max(
        [...control.options].findIndex((one) => one.defaultSelected),
        0,
      )
    );
  return control.value !== control.defaultValue;
}

/**
 * What somebody made of a form, by the names of its controls: what stands in it as the page gave it is not theirs, and may
 * be another tomorrow. A chosen radio button says its value, a box whether it is ticked.
 */
export const typedIn = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    controls(form)
      .filter(isChanged)
      .map((control) => [keptAs(control), sayingOf(control)]),
  );

/** The other way round; controls that are not named keep what they say. Whether any said something else. */
export function fillForm(form: HTMLFormElement, values: Values): boolean {
  let isOther = false;
  for (const control of controls(form)) {
    const value = values[keptAs(control)];
    if (value === undefined) continue;
    if (isBox(control) || isRadio(control)) {
      const isChecked = value === (isBox(control) ? 'true' : control.value);
      isOther ||= control.checked !== isChecked;
      control.checked = isChecked;
    } else {
      isOther ||= control.value !== value;
      control.value = value;
    }
  }
  return isOther;
}

interface Kept {
  values: Values;
  /** Of what the form changes, as it was then. */
  version: number | undefined;
}

/** What was kept of a form. */
export interface KeptForm {
  /** The form says again what was typed before and not sent; `outdated`: over something that is another by now. */
  back: 'as-it-was' | 'outdated' | null;
  /** For when it was sent or given up. */
  forget: () => void;
  /** Forgets it, and the form says again what it says by itself. */
  discard: () => void;
}

interface Settings {
  /** Of what the form changes. */
  version?: number;
  /** Hears what came back. */
  onRestore?: (values: Values) => void;
}

/** Keeps what is typed into a form while the tab lives, through other pages and reloads. */
export function useKeptForm(
  form: RefObject<HTMLFormElement | null>,
  key: string,
  { version, onRestore }: Settings = {},
): KeptForm {
  const [back, setBack] = useState<KeptForm['back']>(null);
  const drop = useRef(() => {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form; what is told later is for the latest
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const kept = quietly(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null);
    if (kept?.values) {
      const isOther = fillForm(element, kept.values);
      const isOutdated = kept.version !== version;
      onRestore?.(kept.values);
      if (isOther || isOutdated) setBack(isOutdated ? 'outdated' : 'as-it-was');
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      const values = typedIn(element);
      quietly(() =>
        Object.keys(values).length > 0
          ? sessionStorage.setItem(key, JSON.stringify({ values, version } satisfies Kept))
          : sessionStorage.removeItem(key),
      );
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
  }, [form, key, version]);
  const forget = () => {
    drop.current();
    setBack(null);
  };
  const discard = () => {
    forget();
    form.current?.reset();
    form.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus();
  };
  return { back, forget, discard };
}
