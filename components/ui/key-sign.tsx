/** The key for a button that it stands in; where there is none to press, nothing. */
export function KeySign({ children }: { children: string }) {
  return <kbd className="font-ui text-xs opacity-60 pointer-coarse:hidden">{children}</kbd>;
}
