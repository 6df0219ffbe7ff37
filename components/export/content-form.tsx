'use client';

import { TextField } from '@/components/ui/field';
import type { Choice } from '@/lib/core/corpus/choice-address';
import { TagChoice } from './tag-choice';

const parts = {
  texts: 'Texts',
  annotations: 'Annotations',
  replies: 'Replies',
  cards: 'Cards and relations',
  positions: 'Answers',
  coverage: 'What was looked for',
  moderation: 'What is held, and why',
};

const usual = Object.keys(parts).filter((part) => part !== 'moderation');

interface Props {
  choice: Choice;
  moderates: boolean;
  onChange: (name: string, value: string) => void;
}

/** What comes of the chosen marks, and under which names. */
export function ContentForm({ choice, moderates, onChange }: Props) {
  const tellsHeld = moderates && choice.release === undefined;
  const offered = Object.entries(parts).filter(([part]) => tellsHeld || part !== 'moderation');
  const isNamed = choice.named === 'true';
  return (
    <div className="grid gap-5">
      <TagChoice
        legend="Content"
        tags={offered.map(([slug, name]) => ({ slug, name }))}
        value={choice.parts ?? usual.join()}
        onChange={(value) => onChange('parts', value === usual.join() ? '' : value || 'texts')}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">People</legend>
        <label className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={isNamed}
            onChange={() => onChange('named', isNamed ? '' : 'true')}
            className="size-4"
          />
          Names of people who agreed to it, pseudonyms for everybody else
        </label>
        <p className="text-ink-2 text-sm">
          Whoever may read the group can look up by its id who made an annotation. Names within comments stay.
        </p>
        <TextField
          label="Word for the pseudonyms"
          hint="The same word always gives the same pseudonyms. It is not written into the file."
          maxLength={100}
          value={choice.salt ?? ''}
          onChange={(event) => onChange('salt', event.target.value)}
        />
      </fieldset>
    </div>
  );
}
