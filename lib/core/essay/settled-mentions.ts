interface Node {
  type: string;
  attrs?: { id?: unknown };
  content?: Node[];
}

/** Ids of whom a comment mentions. */
export function* mentionedIds(node: object): Generator<string> {
  const { type, attrs, content } = node as Node;
  if (type === 'mention') yield String(attrs?.id);
  for (const child of content ?? []) yield* mentionedIds(child);
}

/** A comment in which those whom `personOf` knows are mentioned by their name, and others become plain text. */
export function settledMentions(node: object, personOf: (id: string) => Mentioned | undefined): object {
  const { type, attrs, content } = node as Node;
  if (type === 'mention') {
    const { id, label } = attrs as { id: string; label: string };
    const person = personOf(id);
    if (!person) return { type: 'text', text: `@${label}` };
    return { type, attrs: { id: person.id, label: person.name } };
  }
  return content ? { ...node, content: content.map((child) => settledMentions(child, personOf)) } : node;
}

interface Mentioned {
  id: string;
  name: string;
}
