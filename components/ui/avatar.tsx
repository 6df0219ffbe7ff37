/** A person's initial on a colour of their own; the name stands beside it, so it is hidden from screen readers. */
export function Avatar({ name, size = 24 }: { name: string; size?: number }) {
  const hue = [...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 360, 7);
  return (
    <span
      aria-hidden="true"
      className="inline-grid shrink-0 select-none place-items-center rounded-full font-semibold text-white forced-colors:border"
      style={{ width: size, height: size, fontSize: size * 0.45, background: `oklch(0.5 0.09 ${hue})` }}
    >
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </span>
  );
}
