/** Two overlapping marks: where they cross is the crux. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect x="2" y="5" width="14" height="6" rx="1.5" fill="var(--hl-1-edge)" opacity=".55" />
      <rect x="8" y="13" width="14" height="6" rx="1.5" fill="var(--hl-2-edge)" opacity=".55" />
      <rect x="8" y="8" width="8" height="8" rx="1.5" fill="var(--accent)" />
    </svg>
  );
}
