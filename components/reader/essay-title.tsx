interface Props {
  title: string;
  /** HTML of the line below it. */
  byline: string;
}

/** Stands above a text that does not open with its own title. */
export function EssayTitle({ title, byline }: Props) {
  return (
    <header className="reader-title">
      <h1 dir="auto">{title}</h1>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: from our own serialiser, which escapes every part */}
      <div dangerouslySetInnerHTML={{ __html: byline }} />
    </header>
  );
}
