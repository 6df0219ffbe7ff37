import { adjudicatedAnnotations } from '@/lib/core/corpus/adjudicated-annotations';
import type { CorpusAnnotation, CorpusCard, CorpusDocument, CorpusHead } from '@/lib/core/corpus/corpus';
import { corpusPeople } from '@/lib/core/corpus/corpus-people';
import { textNamer } from '@/lib/core/export/annotator-layers';
import type { CorpusWriter, ExportFormat, Put } from '@/lib/core/export/export-format';
import { xmlText } from '@/lib/core/export/xml';
import { cardId, personId, teiAnnotation } from './tei-annotation';
import { element, fileDescription, teiHeader } from './tei-header';

/**
 * A file for each text with its annotations beside it, and one that lists texts and cards. Offsets in code points. Memory:
 * the statements of cards. Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html#SASO
 */
export const tei: ExportFormat = {
  title: 'TEI',
  madeFor: 'annotation',
  mediaType: 'application/tei+xml',
  extension: 'xml',
  files: 'in turn',
  keeps:
    'Texts that may be passed on, each with the vocabulary, and stand-off everybody’s passages, tags, comments and answers, and what was decided as of one annotator more; in index.xml the statements of cards.',
  loses:
    'The formatting of texts, which tags are retired, reactions, dates of answers and what is resolved; where an annotation was imported from, and how surely it is anchored; of decisions all but the marks left standing, with reasons; what else cards say, relations, positions and coverage, and whatever stands in a text that may not be passed on. A character that XML forbids becomes U+FFFD. What is private or held does not come.',
  withoutText: 'nothing',
  tells: [],
  lacks: ['relations', 'positions', 'beliefs', 'checks', 'adjudications'],
  partly: [],
  writer: teiWriter,
};

const index = 'index.xml';
const opening = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n';
const closing = '</TEI>\n';

function teiWriter(head: CorpusHead, put: Put): CorpusWriter {
  const nameOf = textNamer();
  const cards: Pick<CorpusCard, 'number' | 'type' | 'statement'>[] = [];
  const texts: { file: string; title: string }[] = [];
  let open: ReturnType<typeof textFile> | null = null;
  const close = () => {
    open?.end();
    open = null;
  };
  return {
    write(record) {
      if (record.kind === 'card')
        cards.push({ number: record.number, type: record.type, statement: record.statement });
      else if (record.kind === 'annotation') open?.annotation(record);
      else if (record.kind === 'adjudication')
        for (const mark of adjudicatedAnnotations(record)) open?.annotation(mark);
      else if (record.kind === 'document') {
        close();
        if (record.text === null) return;
        const file = `${nameOf(record)}.xml`;
        texts.push({ file, title: record.title });
        open = textFile(head, { ...record, text: record.text }, (piece) => put(file, piece));
      }
    },
    end() {
      close();
      put(index, indexFile(head, texts, cards));
    },
  };
}

function textFile(
  head: CorpusHead,
  document: CorpusDocument & { text: string },
  out: (piece: string) => void,
) {
  const people = corpusPeople();
  let isMarked = false;
  // No white space stands between these: an offset counts from the beginning of the body.
  const body = element('ab', xmlText(document.text), { 'xml:space': 'preserve' });
  const text = element('text', element('body', body, { 'xml:id': 'body' }), {
    'xml:lang': document.language,
  });
  out(`${opening}${teiHeader(head, document)}\n${text}\n`);
  return {
    annotation(annotation: CorpusAnnotation) {
      if (!isMarked) out('<standOff>\n<listAnnotation>\n');
      isMarked = true;
      out(`${teiAnnotation(annotation, index, people.add)}\n`);
    },
    end() {
      const persons = people
        .all()
        .map(({ id, name }) =>
          element('person', element('persName', xmlText(name)), { 'xml:id': personId(id) }),
        );
      if (isMarked) out(`</listAnnotation>\n${element('listPerson', persons.join('\n'))}\n</standOff>\n`);
      out(closing);
    },
  };
}

function indexFile(
  head: CorpusHead,
  texts: readonly { file: string; title: string }[],
  cards: readonly Pick<CorpusCard, 'number' | 'type' | 'statement'>[],
): string {
  const { name, description } = head.group;
  const header = fileDescription(head, {
    titles: element('title', xmlText(name)),
    details: element('availability', '<p>Each text says its own licence.</p>'),
    source: '<p>Written by readers.</p>',
  });
  const items = cards.map(({ number, type, statement }) =>
    element('item', element('rs', xmlText(statement), { type }), { 'xml:id': cardId(number), n: number }),
  );
  const links = texts.map(({ file, title }) =>
    element('item', element('ref', xmlText(title), { target: file })),
  );
  const lists = [
    element('p', xmlText(description || name)),
    ...(links.length > 0 ? [element('list', links.join('\n'), { type: 'texts' })] : []),
    ...(items.length > 0 ? [element('list', items.join('\n'), { type: 'cards' })] : []),
  ];
  const text = element('text', element('body', lists.join('\n')));
  return `${opening}${element('teiHeader', header)}\n${text}\n${closing}`;
}
