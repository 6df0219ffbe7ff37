import { type ComponentProps, type ReactNode, useId } from 'react';

export const inputClass =
  'min-h-11 w-full rounded-md border border-rule-strong bg-raised px-3 py-2 text-base text-ink placeholder:text-ink-3 aria-invalid:border-danger';

interface Labelled {
  label: string;
  hint?: ReactNode;
  /** Says what is wrong and how to put it right; linked to the input. */
  error?: string | undefined;
}

/** A labelled control; `children` gets the ids that tie hint and error to it. */
export function Field({
  label,
  hint,
  error,
  children,
}: Labelled & {
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="grid min-w-0 gap-1.5">
      <label htmlFor={id} className="wrap-anywhere font-medium text-sm">
        {label}
      </label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-3 text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  className = '',
  ...input
}: Labelled & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input {...control} {...input} className={`${inputClass} ${className}`} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  className = '',
  ...area
}: Labelled & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <textarea {...control} {...area} className={`${inputClass} ${className}`} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  children,
  ...select
}: Labelled & ComponentProps<'select'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <select {...control} {...select} className={inputClass}>
          {children}
        </select>
      )}
    </Field>
  );
}
