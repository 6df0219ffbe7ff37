import type {
  Block,
  EssayDocument,
  Footnotes,
  Inline,
  ListItem,
  Mark,
  TableCell,
  TableRow,
} from '@/lib/core/essay/document';

type Node = Block | Footnotes | Footnotes['content'][0] | ListItem | TableRow | TableCell;

/** A document written small, so that tests can say what they expect: `h1 Title`, `p a *b*`, `ul(li(p x))`. */
export function outlineOf(document: EssayDocument): string[] {
  return document.content.map(node);
}

function node(value: Node): string {
  switch (value.type) {
    case 'paragraph':
      return `p ${inlines(value.content)}`;
    case 'heading':
      return `h${value.attrs.level} ${inlines(value.content)}`;
    case 'codeBlock':
      return `pre${value.attrs.language === null ? '' : `.${value.attrs.language}`} ${value.content[0].text}`;
    case 'horizontalRule':
      return 'hr';
    case 'footnote':
      return `note#${value.attrs.id} ${value.attrs.label}(${value.content.map(node).join('; ')})`;
    default:
      return `${nameOf(value)}(${value.content.map(node).join('; ')})`;
  }
}

function nameOf(
  value: Exclude<Node, { attrs: { level: number } | { language: string | null } | { id: string } }>,
): string {
  switch (value.type) {
    case 'bulletList':
      return 'ul';
    case 'orderedList':
      return value.attrs.start === 1 ? 'ol' : `ol${value.attrs.start}`;
    case 'listItem':
      return 'li';
    case 'tableRow':
      return 'tr';
    case 'tableCell':
      return value.attrs.colspan === 1 ? 'td' : `td${value.attrs.colspan}`;
    case 'tableHeader':
      return 'th';
    default:
      return value.type;
  }
}

const signs: Record<Mark['type'], string> = {
  bold: '**',
  italic: '*',
  strike: '~',
  code: '`',
  subscript: '_',
  superscript: '^',
  link: '',
  footnoteReference: '',
};

function inlines(content: readonly Inline[]): string {
  return content
    .map((inline) => (inline.type === 'hardBreak' ? '/' : marked(inline.text, inline.marks ?? [])))
    .join('');
}

function marked(text: string, marks: readonly Mark[]): string {
  return marks.reduceRight((inner, mark) => {
    if (mark.type === 'link') return `<${inner} ${mark.attrs.href}>`;
    if (mark.type === 'footnoteReference') return `{${inner} ${mark.attrs.id}}`;
    return signs[mark.type] + inner + signs[mark.type];
  }, text);
}
