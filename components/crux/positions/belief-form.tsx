'use client';

import { useState } from 'react';
import type { ApiError } from '@/components/api-client';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { Belief, CardReference } from '@/lib/core/api/card-schemas';
import type { Incoherence } from '@/lib/core/crux/joint-belief';
import { type Answer, CredenceField } from './credence-field';
import { incoherenceWords } from './incoherence-words';
import { percent } from './percent';
import { StrengthField, strengths } from './strength-field';

interface Props {
  group: string;
  crux: CardReference;
  target: CardReference;
  /** Id of the card whose page it is. */
  here: string;
  belief: Belief | null;
}

interface Numbers {
  ifTrue: number;
  ifFalse: number;
}

type Body = Numbers | { strength: number };

const isSame = (sent: Body | undefined, numbers: Numbers | null) =>
  sent !== undefined &&
  'ifTrue' in sent &&
  sent.ifTrue === numbers?.ifTrue &&
  sent.ifFalse === numbers.ifFalse;

const summary = ({ strength, ifTrue, ifFalse }: Belief) =>
  strength === null ? `${percent(ifTrue)} if true, ${percent(ifFalse)} if false` : strengths[strength];

/** How much somebody's view of one card hangs on another: two numbers, or a word. */
export function BeliefForm({ group, crux, target, here, belief }: Props) {
  const { pending, error, done, change } = useChange();
  const [byWord, setByWord] = useState(belief?.strength != null);
  const [ifTrue, setIfTrue] = useState<Answer>(belief?.ifTrue ?? undefined);
  const [ifFalse, setIfFalse] = useState<Answer>(belief?.ifFalse ?? undefined);
  const [strength, setStrength] = useState(belief?.strength ?? null);
  const [sent, setSent] = useState<Body>();
  const params = { group, card: crux.id, target: target.id };
  const numbers = typeof ifTrue === 'number' && typeof ifFalse === 'number' ? { ifTrue, ifFalse } : null;
  const body = byWord ? strength !== null && { strength } : numbers;
  const save = (answer: Body) => {
    setSent(answer);
    return change(() => api('PUT /groups/{group}/cards/{card}/beliefs/{target}', { params, body: answer }));
  };
  const takeBack = () =>
    change(() => api('DELETE /groups/{group}/cards/{card}/beliefs/{target}', { params }));
  const saveNearest = (nearest: Numbers) => {
    setIfTrue(nearest.ifTrue);
    setIfFalse(nearest.ifFalse);
    void save(nearest);
  };
  const name = (card: CardReference) => (card.id === here ? 'this card' : `“${card.statement}”`);
  const names = { crux: name(crux), target: name(target) };

  return (
    <details className="border-rule border-t pt-2">
      <summary className="wrap-anywhere min-h-11 py-2 text-sm">
        {crux.id === here ? `For “${target.statement}”` : `If “${crux.statement}”`}
        <span className="ms-1 text-ink-3">{belief ? summary(belief) : 'not answered'}</span>
      </summary>
      <form
        className="grid gap-4 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (body) void save(body);
        }}
      >
        {byWord ? (
          <StrengthField
            question={`If ${names.crux} turned out the other way than you think, would it change your mind about ${names.target}?`}
            strength={strength}
            onStrength={setStrength}
          />
        ) : (
          <ConditionalFields
            names={names}
            ifTrue={ifTrue}
            ifFalse={ifFalse}
            setIfTrue={setIfTrue}
            setIfFalse={setIfFalse}
          />
        )}
        <BeliefRefusal
          error={error}
          pending={pending}
          names={names}
          onNearest={!byWord && isSame(sent, numbers) ? saveNearest : null}
        />
        <p role="status" className="text-ink-2 text-sm empty:hidden">
          {done && 'Saved.'}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" size="sm" disabled={pending || !body}>
            Save
          </Button>
          <Button look="quiet" size="sm" onClick={() => setByWord(!byWord)}>
            {byWord ? 'Answer in numbers' : 'Answer in words'}
          </Button>
          {belief && (
            <Button look="quiet" size="sm" disabled={pending} onClick={takeBack}>
              Take back
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}

interface ConditionalProps {
  names: { crux: string; target: string };
  ifTrue: Answer;
  ifFalse: Answer;
  setIfTrue: (answer: Answer) => void;
  setIfFalse: (answer: Answer) => void;
}

function ConditionalFields({ names, ifTrue, ifFalse, setIfTrue, setIfFalse }: ConditionalProps) {
  return (
    <>
      <CredenceField
        question={`If ${names.crux} is true, how likely is ${names.target}?`}
        answer={ifTrue}
        onAnswer={setIfTrue}
      />
      <CredenceField question={`And if ${names.crux} is false?`} answer={ifFalse} onAnswer={setIfFalse} />
    </>
  );
}

interface RefusalProps {
  error: ApiError | null;
  pending: boolean;
  names: { crux: string; target: string };
  /** Null: the fields say something else by now. */
  onNearest: ((nearest: Numbers) => void) | null;
}

/** Numbers that cannot all hold are handed back with the reason, and the nearest that do; the fields keep what was typed. */
function BeliefRefusal({ error, pending, names, onNearest }: RefusalProps) {
  if (error?.problem?.type !== 'urn:cruxbook:incoherent') return <Refusal error={error} />;
  const explanation = error.problem.explanation as Incoherence;
  const nearest = explanation.because === 'mixture' ? explanation.nearest : null;
  return (
    <Notice isUrgent>
      <p>
        Almost: these numbers do not fit together yet, so nothing is saved.{' '}
        {incoherenceWords(explanation, names)}
      </p>
      {nearest && onNearest && (
        <Button
          look="outline"
          size="sm"
          className="mt-2 whitespace-normal"
          disabled={pending}
          onClick={() => onNearest(nearest)}
        >
          Save {percent(nearest.ifTrue)} if true, {percent(nearest.ifFalse)} if false
        </Button>
      )}
    </Notice>
  );
}
