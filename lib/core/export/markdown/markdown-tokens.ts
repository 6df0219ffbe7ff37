import { type LineMark, nested, sharedDepth } from '@/lib/core/essay/mark-nesting';
import type { Stretch } from './markdown-text';

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
    const wanted = nested(marks);
    const shared = sharedDepth(
      this.open.map(({ mark }) => mark),
      wanted,
    );
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
