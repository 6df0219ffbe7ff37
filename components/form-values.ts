/** By the names of a form's controls. A chosen radio button says its value, a box whether it is ticked. */
export type Values = Record<string, string>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (element): element is Control => 'value' in element && 'name' in element && element.name !== '',
  );

const isRadio = (control: Control): control is HTMLInputElement & { type: 'radio' } =>
  control.type === 'radio';
const isBox = (control: Control): control is HTMLInputElement & { type: 'checkbox' } =>
  control.type === 'checkbox';
const isSelect = (control: Control): control is HTMLSelectElement => control.type === 'select-one';

/** Boxes of one name are told apart by their values. */
const nameOf = (control: Control): string =>
  isBox(control) ? `${control.name} ${control.value}` : control.name;

function saidBy(control: Control): string | undefined {
  if (isBox(control)) return String(control.checked);
  if (isRadio(control) && !control.checked) return undefined;
  return control.value;
}

function givenTo(control: Control): string | undefined {
  if (control.type === 'hidden') return '';
  if (isBox(control)) return String(control.defaultChecked);
  if (isRadio(control)) return control.defaultChecked ? control.value : undefined;
  if (isSelect(control)) {
    const options = [...control.options];
    return (options.find((one) => one.defaultSelected) ?? options[0])?.value;
  }
  return control.defaultValue;
}

const byName = (form: HTMLFormElement, read: (control: Control) => string | undefined): Values =>
  Object.fromEntries(
    controls(form).flatMap((control) => {
      const value = read(control);
      return value === undefined ? [] : [[nameOf(control), value]];
    }),
  );

/** Those of them that `isOne` names. */
export const pick = (values: Values, isOne: (name: string) => boolean): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isOne(name)));

/** What a form says. */
export const valuesIn = (form: HTMLFormElement): Values => byName(form, saidBy);

/** What the page gave it to say. A hidden control says what was chosen elsewhere in the form: the page gave it nothing. */
export const givenIn = (form: HTMLFormElement): Values => byName(form, givenTo);

/** What somebody made of it: what stands in it as it was `given` is not theirs, and may be another tomorrow. */
export function typedIn(form: HTMLFormElement, given: Values = {}): Values {
  const before = { ...givenIn(form), ...given };
  const values = valuesIn(form);
  return pick(values, (name) => values[name] !== before[name]);
}

/** The other way round; controls that are not named keep what they say. Whether any said something else. */
export function fillForm(form: HTMLFormElement, values: Values): boolean {
  let isOther = false;
  for (const control of controls(form)) {
    const value = values[nameOf(control)];
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
