import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { type ConcordanceQuery, longestTyped } from '@/lib/core/api/search';

interface Props {
  asked: ConcordanceQuery;
  essays: readonly { slug: string; title: string }[];
  tags: readonly { slug: string; name: string }[];
}

const orders = {
  place: 'Place',
  before: 'Words before',
  after: 'Words after',
  key: 'The word',
};

/** A plain form: what is asked for is the address. */
export function ConcordanceForm({ asked, essays, tags }: Props) {
  return (
    <form className="grid grid-cols-2 items-end gap-x-4 gap-y-3 md:grid-cols-[1fr_1fr_1fr_1fr_auto] lg:grid-cols-[2fr_1fr_1fr_1fr_1fr_auto] [&>:first-child]:max-lg:col-span-full [&>:last-child]:max-md:col-span-full">
      <TextField
        label="Word"
        type="search"
        name="q"
        placeholder={'word, "a phrase", begin*'}
        defaultValue={asked.q}
        maxLength={longestTyped}
        autoComplete="off"
        dir="auto"
      />
      <SelectField label="Tag" name="tag" defaultValue={asked.tag ?? ''}>
        <option value="">No tag</option>
        {tags.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="In" name="in" defaultValue={asked.in}>
        <option value="texts">The texts</option>
        <option value="comments">What was said</option>
      </SelectField>
      <SelectField label="Essay" name="essay" defaultValue={asked.essay ?? ''}>
        <option value="">All</option>
        {essays.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </SelectField>
      <SelectField label="Order" name="sort" defaultValue={asked.sort}>
        {Object.entries(orders).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <Button type="submit" className="min-h-11">
        Show
      </Button>
    </form>
  );
}
