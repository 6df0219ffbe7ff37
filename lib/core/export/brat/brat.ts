import type { CorpusAnnotation, CorpusCard, CorpusHead } from '@/lib/core/corpus/corpus';
import { type AnnotatorLayer, annotatorLayers } from '@/lib/core/export/annotator-layers';
import type { CorpusWriter, ExportFormat, Put, Steps } from '@/lib/core/export/export-format';
import { oneLine } from '@/lib/core/export/one-line';
import { attributeOf, bratCard, bratSettings, bratTypes, untagged } from './brat-types';

/**
 * The stand-off files of the brat annotation tool: `PERSON/TEXT.txt`, and `PERSON/TEXT.ann` with a line for each thing
 * that is said of it. Offsets in code points. Memory: the annotations of one document, and the roles of cards.
 * Source: https://brat.nlplab.org/standoff.html
 */
export const brat: ExportFormat = {
  title: 'brat stand-off',
  madeFor: 'annotation',
  mediaType: 'text/plain',
  extension: 'ann',
  files: 'in turn',
  keeps:
    'Texts, and for each person a folder with their passages, tags, comments, the ids of annotations, and the cards met in them; what was decided in a folder of its own.',
  loses:
    'Of texts titles, authors, addresses, licences, languages and formatting; ids of annotators, definitions of tags, replies, reactions, dates, what is resolved, and line breaks in comments; where an annotation was imported from, and how surely it is anchored; of decisions all but the marks left standing, with reasons; what cards say, relations, positions and coverage. An annotation with several tags comes once for each. A text comes only where somebody marked something in it, and where it may be passed on. What is private or held does not come.',
  withoutText: 'nothing',
  tells: [],
  lacks: ['replies', 'relations', 'positions', 'beliefs', 'checks', 'adjudications'],
  partly: ['documents', 'cards'],
  writer: bratWriter,
};

const settings = ['annotation.conf', 'visual.conf'] as const;

function bratWriter(head: CorpusHead, put: Put): CorpusWriter {
  const types = bratTypes(head.tags);
  const cards: Pick<CorpusCard, 'number' | 'occurrences'>[] = [];
  let isSet = false;
  const settle = () => {
    if (isSet) return;
    isSet = true;
    const { annotation, visual } = bratSettings(head.tags, types, cards);
    put(settings[0], annotation);
    put(settings[1], visual);
  };
  const layers = annotatorLayers(function* ({ document, annotations, path }): Steps {
    put(`${path}.txt`, document.text);
    for (const lines of annLines(annotations, types)) yield put(`${path}.ann`, lines);
  }, settings);
  return {
    write(record) {
      if (record.kind === 'card') cards.push({ number: record.number, occurrences: record.occurrences });
      else settle();
      return layers.write(record);
    },
    end() {
      settle();
      return layers.end();
    },
  };
}

function* annLines(
  annotations: AnnotatorLayer['annotations'],
  types: ReadonlyMap<string, string>,
): Generator<string> {
  let [entities, attributes] = [0, 0];
  for (const annotation of annotations) {
    const fragments = fragmentsOf(annotation);
    if (fragments.length === 0) continue;
    const ranges = fragments.map(({ start, end }) => `${start} ${end}`).join(';');
    const words = fragments.map(({ quote }) => quote).join(' ');
    const tags = annotation.tags.length > 0 ? annotation.tags : [null];
    let lines = '';
    for (const [i, tag] of tags.entries()) {
      const entity = `T${++entities}`;
      const type = tag === null ? untagged : (types.get(tag) ?? untagged);
      const comment = i === 0 && annotation.comment ? ` ${oneLine(annotation.comment)}` : '';
      lines += `${entity}\t${type} ${ranges}\t${words}\n`;
      lines += `#${entities}\tAnnotatorNotes ${entity}\tid=${annotation.id}${comment}\n`;
      for (const { number, role } of annotation.cards)
        lines += `A${++attributes}\t${attributeOf(role)} ${entity} ${bratCard(number)}\n`;
    }
    yield lines;
  }
}

/** A line of a file cannot hold a line end, so a passage of several lines is a discontinuous one. Code points. */
function fragmentsOf({ quote, startPoint }: CorpusAnnotation) {
  let end = startPoint - 1;
  return quote.split('\n').flatMap((line) => {
    const start = end + 1;
    end = start + [...line].length;
    return line === '' ? [] : [{ start, end, quote: line }];
  });
}
