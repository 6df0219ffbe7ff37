'use client';

import { type SubmitEvent, useState } from 'react';
import { z } from 'zod/mini';
import { ApiError } from '@/components/api-client';

const Issues = z.array(z.object({ path: z.array(z.string()), message: z.string() }));

interface Outcome {
  pending: boolean;
  /** What went wrong, when it belongs to no single field. */
  message: string | undefined;
  fields: Record<string, string>;
  done: boolean;
}

const idle: Outcome = { pending: false, message: undefined, fields: {}, done: false };

function refusal(error: unknown): Outcome {
  if (!(error instanceof ApiError)) throw error;
  const issues = Issues.safeParse(error.problem?.issues).data ?? [];
  const fields = Object.fromEntries(issues.map(({ path, message }) => [path[0] ?? '', message]));
  return { ...idle, fields, message: issues.length === 0 ? error.message : undefined };
}

/** A form that is sent to the API; what was typed stays in it whatever the answer. */
export function useForm(send: (value: (name: string) => string, form: HTMLFormElement) => Promise<unknown>) {
  const [outcome, setOutcome] = useState(idle);
  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    setOutcome({ ...idle, pending: true });
    try {
      await send((name) => String(values.get(name) ?? ''), form);
      setOutcome({ ...idle, done: true });
    } catch (error) {
      const refused = refusal(error);
      setOutcome(refused);
      const [first] = Object.keys(refused.fields);
      const field = first === undefined ? null : form.elements.namedItem(first);
      if (field instanceof HTMLElement) field.focus();
    }
  }
  return { ...outcome, onSubmit };
}
