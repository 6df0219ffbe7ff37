import { TextField } from '@/components/ui/field';
import type { ListedEssay } from '@/lib/core/api/essays';

/** What is known of an essay besides its text; all of it may stay empty. */
export function DescriptionFields({ errors }: { errors: Record<string, string> }) {
  return (
    <>
      <TextField
        label="Title"
        name="title"
        maxLength={300}
        dir="auto"
        hint="Leave it empty to take the first heading or line of the text."
        error={errors.title}
      />
      <details
        onInvalidCapture={(event) => {
          event.currentTarget.open = true;
        }}
        className="rounded-md border border-rule"
      >
        <summary className="min-h-11 px-4 py-2.5 font-medium text-sm">
          Authors, source, licence, language
        </summary>
        <div className="grid gap-4 px-4 pt-2 pb-4">
          <SourceFields
            errors={errors}
            languageHint="A code such as en, de, ar, zh-Hant. Leave it empty to take what the text says, or else English."
          />
        </div>
      </details>
    </>
  );
}

interface SourceProps {
  errors: Record<string, string>;
  languageHint: string;
  /** As it is now. */
  essay?: ListedEssay;
}

/** Who wrote an essay, where it is from, and what may be done with it. */
export function SourceFields({ errors, languageHint, essay }: SourceProps) {
  return (
    <>
      <TextField
        label="Authors"
        name="authors"
        dir="auto"
        hint="Separated by commas."
        defaultValue={essay?.authors.join(', ')}
        error={errors.authors}
      />
      <TextField
        label="Source"
        name="sourceUrl"
        type="url"
        placeholder="https://"
        defaultValue={essay?.sourceUrl ?? undefined}
        error={errors.sourceUrl}
      />
      <TextField
        label="Licence"
        name="licence"
        placeholder="CC BY 4.0"
        defaultValue={essay?.licence ?? undefined}
        error={errors.licence}
      />
      <TextField
        label="Language"
        name="language"
        required={essay !== undefined}
        placeholder="en"
        pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
        title="A code such as en, de, ar or zh-Hant"
        hint={languageHint}
        defaultValue={essay?.language}
        error={errors.language}
      />
    </>
  );
}

/** As they are written in the field "Authors". */
export const authorsIn = (field: string): string[] =>
  field
    .split(',')
    .map((author) => author.trim())
    .filter(Boolean);
