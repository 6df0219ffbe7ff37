'use client';

import { Choices } from '@/components/ui/choices';
import { SelectField, TextField } from '@/components/ui/field';
import { type Choice, isEmptyTime } from '@/lib/core/corpus/choice-address';
import { type Offered, withChosen } from './offered';
import { TagChoice } from './tag-choice';

interface Props {
  offered: Offered;
  choice: Choice;
  onChange: (name: string, value: string) => void;
}

/** Of the group or of a release: whose marks, on what, and which of them. */
export function ChoiceForm({ offered, choice, onChange }: Props) {
  const { releases, essays, tags, people, isSignedIn } = withChosen(offered, choice);
  const isOfRelease = choice.release !== undefined;
  const set = (name: string) => (event: { target: { value: string } }) => onChange(name, event.target.value);
  return (
    <div className="grid gap-5">
      <CorpusField releases={releases} choice={choice} onChange={set('release')} />
      {isSignedIn && (
        <Choices
          legend="Whose marks"
          options={{ group: 'Of the whole group', mine: 'Only my own' }}
          value={choice.scope === 'mine' ? 'mine' : 'group'}
          onChange={(scope) => onChange('scope', scope === 'mine' ? 'mine' : '')}
        />
      )}
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <SelectField label="Essay" value={choice.essay ?? ''} onChange={set('essay')}>
          <option value="">All essays</option>
          {essays.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </SelectField>
        <SelectField label="Person" value={choice.people ?? ''} onChange={set('people')}>
          <option value="">Everybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField label="From" type="date" value={day(choice.from)} onChange={set('from')} />
        <TextField
          label="To, without that day"
          type="date"
          error={
            isEmptyTime(choice) ? 'Choose a day after “From”: between these nothing was made.' : undefined
          }
          value={day(choice.to)}
          onChange={set('to')}
        />
        <SelectField label="Threads" value={choice.status ?? ''} onChange={set('status')}>
          <option value="">Open and resolved</option>
          <option value="open">Open</option>
          <option value="resolved">Resolved</option>
        </SelectField>
        {isSignedIn && !isOfRelease && (
          <SelectField label="Visibility" value={choice.visibility ?? ''} onChange={set('visibility')}>
            <option value="">What the group sees</option>
            <option value="all">That, and what is private to me</option>
            <option value="private">Only what is private to me</option>
          </SelectField>
        )}
      </div>
      <TextField
        label="With these words"
        hint="In the comment or in the passage."
        maxLength={200}
        value={choice.q ?? ''}
        onChange={set('q')}
      />
      <TagChoice tags={tags} value={choice.tags ?? ''} onChange={(value) => onChange('tags', value)} />
      {!isOfRelease && (
        <TextField
          label="As of"
          hint="What was made by then. What was deleted or edited since stays deleted and edited."
          type="date"
          value={day(choice.asOf)}
          onChange={set('asOf')}
        />
      )}
    </div>
  );
}

interface CorpusProps extends Pick<Offered, 'releases'> {
  choice: Choice;
  onChange: (event: { target: { value: string } }) => void;
}

function CorpusField({ releases, choice: { release }, onChange }: CorpusProps) {
  if (releases.length === 0) return null;
  const hint =
    release !== undefined && 'What the whole group saw when it was frozen, less what was taken back since.';
  return (
    <SelectField label="Corpus" hint={hint} value={release ?? ''} onChange={onChange}>
      <option value="">The group as it is now</option>
      {releases.map(({ number, title, frozen }) => (
        <option key={number} value={number}>
          Release {number}: {title}
          {frozen && `, ${day(frozen)}`}
        </option>
      ))}
    </SelectField>
  );
}

/** A date field takes no time of day. */
const day = (moment = '') => moment.slice(0, 10);
