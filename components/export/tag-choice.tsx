interface Props {
  tags: readonly { slug: string; name: string }[];
  /** Slugs, joined by commas. */
  value: string;
  onChange: (value: string) => void;
  legend?: string;
}

/** Any of several words; none chosen means all. */
export function TagChoice({ tags, value, onChange, legend = 'Tags' }: Props) {
  const on = new Set(value.split(',').filter(Boolean));
  const toggle = (slug: string) => {
    const next = tags.filter((tag) => on.has(tag.slug) !== (tag.slug === slug));
    onChange(next.map((tag) => tag.slug).join());
  };
  return (
    <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {tags.map(({ slug, name }) => (
        <label key={slug} className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input type="checkbox" checked={on.has(slug)} onChange={() => toggle(slug)} className="size-4" />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
