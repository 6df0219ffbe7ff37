interface Props {
  /** What is counted. */
  label: string;
  /** Undefined: nobody knows yet. */
  value: number | undefined;
  max: number;
}

/** How far long work is. */
export function ProgressBar({ label, value, max }: Props) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={max}
      className="h-2 w-60 max-w-full appearance-none overflow-hidden rounded-full border border-rule-strong/60 bg-sunken indeterminate:animate-pulse [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent indeterminate:[&::-webkit-progress-bar]:bg-accent-soft"
    />
  );
}
