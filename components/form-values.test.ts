import { expect, test } from 'vitest';
import { fillForm, typedIn } from './form-values';

const control = (name: string, value: string, more = {}) => ({
  type: 'text',
  name,
  value,
  defaultValue: '',
  ...more,
});
const radio = (value: string, checked: boolean, defaultChecked: boolean) =>
  control('visibility', value, { type: 'radio', checked, defaultChecked });
const box = (value: string, checked: boolean, defaultChecked: boolean) =>
  control('people', value, { type: 'checkbox', checked, defaultChecked });
const select = (chosen: number, given: number) =>
  control('format', ['text', 'html'][chosen]!, {
    type: 'select-one',
    options: ['text', 'html'].map((value, at) => ({ value, defaultSelected: at === given })),
  });

const formOf = (...elements: object[]) => ({ elements }) as unknown as HTMLFormElement;

const filled = () =>
  formOf(
    control('name', 'Tuesday readers'),
    control('description', 'As it was', { defaultValue: 'As it was' }),
    control('credence', '40', { type: 'hidden', defaultValue: '40' }),
    radio('private', false, true),
    radio('public', true, false),
    box('ann', true, false),
    box('ben', false, true),
    box('cy', true, true),
    select(1, 0),
    control('', 'not named'),
    { type: 'fieldset' },
  );

test('what somebody typed and chose is kept by name, and nothing that the page gave', () => {
  expect(typedIn(filled())).toEqual({
    name: 'Tuesday readers',
    credence: '40',
    visibility: 'public',
    'people ann': 'true',
    'people ben': 'false',
    format: 'html',
  });
  expect(typedIn(formOf(select(0, -1), radio('private', true, true), box('ann', true, true)))).toEqual({});
});

test('a form that comes back says what it said, over what was changed elsewhere', () => {
  const form = formOf(
    control('name', ''),
    control('description', 'Changed since', { defaultValue: 'Changed since' }),
    control('credence', '', { type: 'hidden' }),
    radio('private', true, true),
    radio('public', false, false),
    box('ann', false, false),
    box('ben', true, true),
    select(0, 0),
  );
  expect(fillForm(form, typedIn(filled()))).toBe(true);
  const said = [...form.elements].map((one) => {
    const { value, type, checked } = one as HTMLInputElement;
    return type === 'radio' || type === 'checkbox' ? checked : value;
  });
  expect(said).toEqual(['Tuesday readers', 'Changed since', '40', false, true, true, false, 'html']);
});

test('what was typed is told from what the page gave then, not from what it gives now', () => {
  const form = formOf(control('name', 'As it was', { defaultValue: 'Another now' }), control('new', ''));
  expect(typedIn(form, { name: 'As it was' })).toEqual({});
  expect(typedIn(form)).toEqual({ name: 'As it was' });
});

test('a control that nothing was kept of stays as it is', () => {
  const form = formOf(control('new', 'as it is'));
  expect(fillForm(form, { old: 'gone' })).toBe(false);
  expect(typedIn(form)).toEqual({ new: 'as it is' });
});
