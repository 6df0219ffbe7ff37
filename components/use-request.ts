'use client';

import { type SubmitEvent, useRef, useState } from 'react';
import { z } from 'zod/mini';
import { ApiError } from './api-client';

const Issues = z.array(z.object({ path: z.array(z.string()), message: z.string() }));

interface Outcome {
  pending: boolean;
  /** The refusal, when it belongs to no field of the form. */
  error: ApiError | null;
  /** What is wrong with a field, by its name. */
  fields: Record<string, string>;
  done: boolean;
}

const idle: Outcome = { pending: false, error: null, fields: {}, done: false };

/** Runs one request at a time and keeps its refusal; `undefined` when it was refused. */
export function useRequest() {
  const [outcome, setOutcome] = useState(idle);
  const running = useRef(false);

  async function run<T>(request: () => Promise<T>, form?: HTMLFormElement): Promise<T | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setOutcome({ ...idle, pending: true });
    try {
      const answer = await request();
      setOutcome({ ...idle, done: true });
      return answer;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const fields = form ? fieldsOf(error, form) : {};
      setOutcome({ ...idle, fields, error: Object.keys(fields).length === 0 ? error : null });
      if (form) focusFirst(form, fields);
      return undefined;
    } finally {
      running.current = false;
    }
  }

  return { ...outcome, run };
}

type Send = (value: (name: string) => string, form: HTMLFormElement) => Promise<unknown>;

/**
 * A form that is sent to the API; what was typed stays in it whatever the answer. With `noValidate` what its fields do not
 * take is said below them, as what the server does not take, and not in the browser's own bubble.
 */
export function useForm(send: Send) {
  const { run, ...outcome } = useRequest();
  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    await run(async () => {
      if (form.noValidate) refuseInvalid(form);
      return send((name) => String(values.get(name) ?? ''), form);
    }, form);
  }
  return { ...outcome, onSubmit };
}

function refuseInvalid(form: HTMLFormElement): void {
  const issues = named(form)
    .filter(({ validity }) => !validity.valid)
    .map((field) => ({ path: [field.name], message: invalidWords(field) }));
  if (issues.length > 0)
    throw new ApiError(422, {
      type: 'urn:cruxbook:invalid',
      title: 'Not valid',
      status: 422,
      issues,
      detail: 'Something in the form is missing or wrong.',
    });
}

/** What is wrong with a field, in our words where we have some. */
export function invalidWords(
  field: Pick<HTMLInputElement, 'validity' | 'validationMessage' | 'minLength' | 'type'>,
): string {
  if (field.validity.valueMissing) return 'This is missing.';
  if (field.validity.tooShort) return `At least ${field.minLength} characters.`;
  if (field.validity.typeMismatch && field.type === 'email')
    return 'This is no e-mail address: it needs an @ and what follows it.';
  return field.validationMessage;
}

const named = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (element): element is HTMLInputElement => 'name' in element && 'value' in element,
  );

/** The server's words about fields that the form has, in the order of the form. */
function fieldsOf({ problem }: ApiError, form: HTMLFormElement): Record<string, string> {
  const issues = Issues.safeParse(problem?.issues).data ?? [];
  return Object.fromEntries(
    named(form).flatMap(({ name }) => {
      const issue = issues.find(({ path }) => path[0] === name);
      return issue ? [[name, issue.message]] : [];
    }),
  );
}

function focusFirst(form: HTMLFormElement, fields: Record<string, string>) {
  const field = named(form).find(({ name }) => name in fields);
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  field?.focus();
}
