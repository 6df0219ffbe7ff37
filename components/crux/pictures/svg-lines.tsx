/** Lines of text in a `text`; `y` is the base of the first. */
export function SvgLines({
  lines,
  x,
  y,
  step,
}: {
  lines: readonly string[];
  x: number;
  y: number;
  step: number;
}) {
  return lines.map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
    <tspan key={i} x={x} y={y + i * step}>
      {line}
    </tspan>
  ));
}
