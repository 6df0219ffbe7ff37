import { TextField } from '@/components/ui/field';

/** What is known of an essay besides its text; all of it may stay empty. */
export function DescriptionFields({ errors }: { errors: Record<string, string> }) {
  return (
    <>
      <TextField
        label="Title"
        name="title"
        maxLength={300}
        dir="auto"
        hint="Empty: the first heading or line of the text."
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
          <TextField
            label="Authors"
            name="authors"
            dir="auto"
            hint="Separated by commas."
            error={errors.authors}
          />
          <TextField
            label="Source"
            name="sourceUrl"
            type="url"
            placeholder="https://"
            error={errors.sourceUrl}
          />
          <TextField label="Licence" name="licence" placeholder="CC BY 4.0" error={errors.licence} />
          <TextField
            label="Language"
            name="language"
            placeholder="en"
            pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
            title="A code such as en, de, ar or zh-Hant"
            hint="A code such as en, de, ar, zh-Hant. Empty: what the text says, else English."
            error={errors.language}
          />
        </div>
      </details>
    </>
  );
}
