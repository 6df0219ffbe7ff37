import type {
  CorpusAnnotation,
  CorpusDocument,
  CorpusHead,
  CorpusPerson,
  CorpusReply,
} from '@/lib/core/corpus/corpus';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { type CorpusWriter, type ExportFormat, guarded, type Put } from '@/lib/core/export/export-format';
import { corpusFileName } from '@/lib/core/export/file-names';
import { accountName } from './account-name';

/**
 * The file that Hypothesis' own client exports and imports. Offsets in UTF-16 code units of our text, which other clients
 * take as a hint beside the quote. Source: https://github.com/hypothesis/h h/schemas/annotation.py and the client's
 * src/types/api.ts
 */
export const hypothesis: ExportFormat = {
  title: 'Hypothesis JSON',
  madeFor: 'annotation',
  mediaType: 'application/json',
  extension: 'json',
  files: 'one',
  keeps:
    'Passages as quote and position, also of texts that may not be passed on, with tags, comments, threads, dates, and the numbers of cards as tags like “card:2”.',
  loses:
    'Texts but for their titles and addresses, reactions, decisions, what is resolved, names and definitions of tags; where an annotation was imported from, and how surely it is anchored; what cards say, their roles and relations, positions and coverage, and answers whose words may not come. Hypothesis itself, when it imports the file, leaves out all answers and takes whoever imports for the author.',
  withoutText: 'quotations',
  tells: guarded,
  lacks: [
    'documents',
    'cards',
    'relations',
    'positions',
    'beliefs',
    'checks',
    'adjudications',
    'adjudicated',
  ],
  partly: ['replies'],
  writer: hypothesisWriter,
};

function hypothesisWriter(head: CorpusHead, put: Put): CorpusWriter {
  const file = `${corpusFileName(head)}.json`;
  const rowsOf = hypothesisRows(head);
  const about = {
    export_date: head.changed,
    export_userid: `acct:cruxbook@${new URL(head.site).hostname}`,
    client_version: `${head.software.name} ${head.software.version}`,
  };
  let document: CorpusDocument | null = null;
  let comma = '\n';
  put(file, `${JSON.stringify(about).slice(0, -1)},"annotations":[`);
  return {
    write(record) {
      if (record.kind === 'document') document = record;
      if (record.kind !== 'annotation' || !document) return;
      for (const row of rowsOf(document, record)) {
        put(file, comma + JSON.stringify(row));
        comma = ',\n';
      }
    },
    end: () => put(file, '\n]}\n'),
  };
}

/** An annotation and the answers to it, each in the shape of their API. */
function hypothesisRows(head: CorpusHead) {
  const iris = corpusIris(head);
  const authority = new URL(head.site).hostname;
  const account = ({ id }: CorpusPerson) => `acct:${accountName(id)}@${authority}`;

  const shared = (document: CorpusDocument, annotation: CorpusAnnotation, person: CorpusPerson) => {
    const user = account(person);
    const readers = annotation.visibility === 'private' ? user : `group:${head.group.id}`;
    return {
      user,
      uri: document.url ?? iris.essay(document.slug),
      group: head.group.id,
      permissions: { read: [readers], admin: [user], update: [user], delete: [user] },
      document: { title: [document.title] },
      flagged: false,
      actions: [],
      mentions: [],
      user_info: { display_name: person.name },
    };
  };

  const ofAnnotation = (document: CorpusDocument, annotation: CorpusAnnotation) => {
    const { id, created, modified, comment, tags, cards, held, person } = annotation;
    const rest = shared(document, annotation, person);
    return {
      id,
      created: micro(created),
      updated: micro(modified ?? created),
      text: comment ?? '',
      links: links(`${iris.essay(document.slug)}#a-${id}`, iris.annotation(id)),
      tags: [...tags, ...cards.map(({ number }) => `card:${number}`)],
      ...rest,
      target: [{ source: rest.uri, selector: selectorsOf(annotation) }],
      ...moderation(held),
    };
  };

  const ofReply = (document: CorpusDocument, annotation: CorpusAnnotation, { reply, above }: Answer) => {
    const { id, created, words, held } = reply;
    if (!words) return [];
    const rest = shared(document, annotation, words.person);
    const dates = { created: micro(created), updated: micro(words.modified ?? created) };
    return [
      {
        id,
        ...dates,
        text: words.comment,
        tags: [],
        ...rest,
        links: links(`${iris.essay(document.slug)}#r-${id}`, iris.reply(id)),
        target: [{ source: rest.uri }],
        references: above,
        ...moderation(held),
      },
    ];
  };

  return (document: CorpusDocument, annotation: CorpusAnnotation) => [
    ofAnnotation(document, annotation),
    ...answers(annotation).flatMap((answer) => ofReply(document, annotation, answer)),
  ];
}

interface Answer {
  reply: CorpusReply;
  /** Ids of all that it answers, the annotation first. */
  above: readonly string[];
}

function answers({ id, replies }: CorpusAnnotation): Answer[] {
  const chains = new Map<string, readonly string[]>([[id, [id]]]);
  return replies.map((reply) => {
    const above = chains.get(reply.parent ?? id) ?? [id];
    chains.set(reply.id, [...above, reply.id]);
    return { reply, above };
  });
}

const selectorsOf = ({ start, end, quote, prefix, suffix }: CorpusAnnotation) => [
  { type: 'TextPositionSelector', start, end },
  { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
];

const moderation = (held: CorpusAnnotation['held']) => ({
  hidden: held !== null,
  moderation_status: held === null ? 'APPROVED' : held === 'pending' ? 'PENDING' : 'DENIED',
});

const links = (html: string, json: string) => ({ html, incontext: html, json });

/** Python writes microseconds and a numeric zone. */
const micro = (time: string): string => time.replace('Z', '000+00:00');
