interface Props {
  name: string;
  legend: string;
  options: readonly { id: string; name: string }[];
  /** All are, to begin with. */
  isChosen?: boolean;
  error?: string | undefined;
}

/** Several of a list, each with its box. */
export function ChooseAll({ name, legend, options, isChosen = false, error }: Props) {
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      <div className="grid max-h-72 auto-rows-max gap-1 overflow-y-auto sm:grid-cols-2">
        {options.map((option) => (
          <label
            key={option.id}
            className="flex min-h-10 items-center gap-3 rounded-md border border-rule px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-soft pointer-coarse:min-h-11"
          >
            <input type="checkbox" name={name} value={option.id} defaultChecked={isChosen} />
            <bdi className="wrap-anywhere min-w-0">{option.name}</bdi>
          </label>
        ))}
      </div>
      {error && <p className="font-medium text-danger text-sm">{error}</p>}
    </fieldset>
  );
}
