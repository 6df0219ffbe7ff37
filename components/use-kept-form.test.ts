import { expect, test } from 'vitest';
import { fillForm, valuesOf } from './use-kept-form';

const control = (name: string, value: string, more = {}) => ({ type: 'text', name, value, ...more });

const formOf = (...elements: object[]) => ({ elements }) as unknown as HTMLFormElement;

const filled = () =>
  formOf(
    control('name', 'Tuesday readers'),
    control('visibility', 'private', { type: 'radio', checked: false }),
    control('visibility', 'public', { type: 'radio', checked: true }),
    control('', 'not named'),
    { type: 'fieldset' },
  );

test('what is typed and what is chosen is kept, by name', () => {
  expect(valuesOf(filled())).toEqual({ name: 'Tuesday readers', visibility: 'public' });
});

test('a form that comes back says what it said', () => {
  const form = formOf(
    control('name', ''),
    control('visibility', 'private', { type: 'radio', checked: true }),
    control('visibility', 'public', { type: 'radio', checked: false }),
  );
  fillForm(form, valuesOf(filled()));
  expect(valuesOf(form)).toEqual(valuesOf(filled()));
});

test('a control that nothing was kept of stays as it is', () => {
  const form = formOf(control('new', 'as it is'));
  fillForm(form, { old: 'gone' });
  expect(valuesOf(form)).toEqual({ new: 'as it is' });
});
