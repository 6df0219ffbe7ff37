'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/refusal';
import { useForm } from '@/components/use-request';

const styles = [
  { slot: 1, line: 'solid', name: 'Blue, solid' },
  { slot: 2, line: 'dashed', name: 'Orange, dashed' },
  { slot: 3, line: 'dotted', name: 'Dark red, dotted' },
  { slot: 4, line: 'double', name: 'Navy, double' },
] as const;
const glyphs = ['●', '★', '✚', '◇', '△', '□', '○', '◆', '▲', '■'];

/** Adds a word to the vocabulary. Colour and line go together, so that neither has to be told apart alone. */
export function TagForm({ group, onAdded }: { group: string; onAdded: () => void }) {
  const { pending, error, fields, onSubmit } = useForm(async (value, form) => {
    const { slot, line } = styles[Number(value('style'))] ?? styles[3];
    const body = {
      name: value('name'),
      definition: value('definition'),
      glyph: value('glyph'),
      shortcut: value('shortcut') || null,
      slot,
      line,
    };
    await api('POST /groups/{group}/tags', { params: { group }, body });
    form.reset();
    onAdded();
  });

  return (
    <form onSubmit={onSubmit} className="grid items-start gap-4 sm:grid-cols-2">
      {error && (
        <div className="sm:col-span-2">
          <Refusal error={error} />
        </div>
      )}
      <TextField label="Name" name="name" required maxLength={40} error={fields.name} />
      <TextField
        label="Key"
        name="shortcut"
        maxLength={1}
        pattern="[a-z0-9]"
        hint="One letter or digit; may be empty."
        error={fields.shortcut}
      />
      <SelectField label="Colour and line" name="style" defaultValue="3">
        {styles.map(({ slot, name }, index) => (
          <option key={slot} value={index}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="Sign" name="glyph">
        {glyphs.map((glyph) => (
          <option key={glyph}>{glyph}</option>
        ))}
      </SelectField>
      <div className="sm:col-span-2">
        <TextField label="Definition" name="definition" maxLength={500} hint="When should a reader use it?" />
      </div>
      <div>
        <Button type="submit" disabled={pending}>
          Add tag
        </Button>
      </div>
    </form>
  );
}
