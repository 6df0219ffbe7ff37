import type { Mark } from '@/lib/core/essay/document';
import type { Stretch } from './markdown-text';

/** What may lie on words: a mark of the essay, or that somebody marked them. */
export type LineMark = Mark | { type: 'highlight' };

export type Token =
  | TextToken
  | OpenToken
  | { kind: 'sign'; markdown: string }
  | { kind: 'break' }
  | { kind: 'close' };

export interface TextToken {
  kind: 'text';
  text: string;
  /** In the text. */
  addresses: readonly Stretch[];
}

export interface OpenToken {
  kind: 'open';
  mark: LineMark;
  /** Index of the token that closes it. */
  close: number;
}

/** Outermost first: links stay whole, and in code nothing else may stand. */
const order: readonly LineMark['type'][] = [
  'link',
  'footnoteReference',
  'highlight',
  'bold',
  'italic',
  'strike',
  'subscript',
  'superscript',
  'code',
];

/** Inline content under way: words, signs of notes, and where marks open and close. */
export class LineTokens {
  readonly tokens: Token[] = [];
  private readonly open: OpenToken[] = [];

  text(text: string, addresses: readonly Stretch[]): void {
    const last = this.tokens.at(-1);
    if (last?.kind !== 'text') this.tokens.push({ kind: 'text', text, addresses });
    else {
      const by = last.text.length;
      const moved = addresses.map(({ start, end }) => ({ start: start + by, end: end + by }));
      last.addresses = [...last.addresses, ...moved];
      last.text += text;
    }
  }

  sign(markdown: string): void {
    if (markdown !== '') this.tokens.push({ kind: 'sign', markdown });
  }

  lineBreak(): void {
    this.tokens.push({ kind: 'break' });
  }

  /** Closes what is open and not among `marks`, and what stands in it. Returns `marks` in their order. */
  closeTo(marks: readonly LineMark[]): readonly LineMark[] {
    const wanted = [...marks].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
    let shared = 0;
    while (shared < this.open.length && sameMark(this.open[shared]?.mark, wanted[shared])) shared++;
    while (this.open.length > shared) {
      this.open.pop()!.close = this.tokens.length;
      this.tokens.push({ kind: 'close' });
    }
    return wanted;
  }

  setMarks(marks: readonly LineMark[]): void {
    if (marks.length === 0 && this.open.length === 0) return;
    for (const mark of this.closeTo(marks).slice(this.open.length)) {
      const token: OpenToken = { kind: 'open', mark, close: -1 };
      this.open.push(token);
      this.tokens.push(token);
    }
  }

  /** Links hold no other links, and signs of notes are some. */
  get isInLink(): boolean {
    const outermost = this.open[0]?.mark.type;
    return outermost === 'link' || outermost === 'footnoteReference';
  }
}

function sameMark(a: LineMark | undefined, b: LineMark | undefined): boolean {
  if (a?.type !== b?.type) return false;
  if (a?.type === 'link' && b?.type === 'link') return a.attrs.href === b.attrs.href;
  if (a?.type === 'footnoteReference' && b?.type === 'footnoteReference') return a.attrs.id === b.attrs.id;
  return true;
}
