/** The scale from 0 to 3, in words. */
export const strengths = ['No', 'A little', 'A lot', 'It decides it'] as const;

interface Props {
  question: string;
  strength: number | null;
  onStrength: (strength: number) => void;
}

export function StrengthField({ question, strength, onStrength }: Props) {
  return (
    <fieldset className="grid gap-1">
      <legend className="wrap-anywhere mb-1 font-medium text-sm">{question}</legend>
      {strengths.map((words, value) => (
        <label key={words} className="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input
            type="radio"
            name="strength"
            checked={strength === value}
            onChange={() => onStrength(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
