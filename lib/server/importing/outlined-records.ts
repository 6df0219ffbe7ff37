import { createHash } from 'node:crypto';
import type { CorpusDocument } from '@/lib/core/corpus/corpus';
import type { Prepared } from '@/lib/core/corpus-import/prepared';
import { openingWords } from '@/lib/core/essay/opening-words';
import type { CorpusOutline, FoundText, ManyKind, PackedPart } from './found-corpus';
import { packedAtOnce } from './packed';

/** Records that go to the other thread at once, and are written in one transaction. */
const atOnce = 250;

/** Notes of each record what is asked of all of them, and sends off those of which there are many, packed. */
export class OutlinedRecords {
  readonly cards: CorpusOutline['cards'] = [];
  readonly texts: CorpusOutline['texts'] = [];
  readonly ids: CorpusOutline['ids'] = { annotation: [], reply: [], adjudication: [] };
  readonly tags: CorpusOutline['tags'] = new Map();
  readonly spokenOf: CorpusOutline['spokenOf'] = new Set();
  private readonly waiting: Record<ManyKind, Prepared[]> = { annotation: [], adjudication: [], coverage: [] };

  constructor(private readonly send: (part: PackedPart) => void) {}

  add(one: Prepared): void {
    for (const slug of tagsOf(one)) if (!this.tags.has(slug)) this.tags.set(slug, one.row);
    if (one.kind === 'card') this.cards.push(one);
    else if (one.kind === 'document') this.texts.push(foundText(one.document));
    else {
      this.note(one);
      if (this.waiting[one.kind].push(one) === atOnce) this.sendOff(one.kind);
    }
  }

  /** When there are no more. */
  end(): Omit<CorpusOutline, 'head' | 'bad' | 'people'> {
    for (const kind of Object.keys(this.waiting) as ManyKind[])
      if (this.waiting[kind].length > 0) this.sendOff(kind);
    const { cards, texts, ids, tags, spokenOf } = this;
    return { cards, texts, ids, tags, spokenOf };
  }

  private note(one: Prepared): void {
    if (one.kind === 'annotation') {
      this.ids.annotation.push(one.annotation.id);
      for (const { id } of one.annotation.replies) this.ids.reply.push(id);
    }
    if (one.kind !== 'adjudication') return;
    this.ids.adjudication.push(one.decision.id);
    for (const id of one.decision.annotations) this.spokenOf.add(id);
  }

  private sendOff(kind: ManyKind): void {
    this.send({ kind, records: packedAtOnce(this.waiting[kind]) });
    this.waiting[kind] = [];
  }
}

function tagsOf(one: Prepared): readonly string[] {
  if (one.kind === 'annotation') return one.annotation.tags;
  if (one.kind === 'adjudication') return one.decision.marks.flatMap(({ tags }) => tags);
  return one.kind === 'coverage' ? one.coverage.checks.map(({ tag }) => tag) : [];
}

/** The hash that a file tells of a text that it has need not be true. */
function foundText({ text, structure, ...rest }: CorpusDocument): FoundText {
  if (text === null || structure === null) return { ...rest, words: null, opening: '' };
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { ...rest, sha256, words: packedAtOnce({ text, structure }), opening: openingWords(text, 80) };
}
