import { adjudicatedAnnotations, adjudicatedLayer } from '@/lib/core/corpus/adjudicated-annotations';
import type { CorpusAnnotation, CorpusDocument, CorpusPerson, CorpusRecord } from '@/lib/core/corpus/corpus';
import type { Steps } from './export-format';
import { fileNamer } from './file-names';

/** What one person marked in one text: by (start, end, id), never empty. */
export interface AnnotatorLayer {
  /** The same object for all layers of a text. */
  document: CorpusDocument & { text: string };
  person: CorpusPerson;
  annotations: readonly CorpusAnnotation[];
  /** A file's name without its extension: a folder for the person, in it a name for the text. */
  path: string;
}

/**
 * For formats that keep a file per text and person: gives out layers, text by text. Texts that may not be passed on have
 * none. Memory: the annotations of one document. No folder is called like one of `files`, which stand beside them.
 */
export function annotatorLayers(take: (layer: AnnotatorLayer) => Steps, files: readonly string[] = []) {
  const folderName = fileNamer(files);
  // Whatever people are called, decisions have the folder that the documentation names.
  const folders = new Map([[adjudicatedLayer.id, folderName(adjudicatedLayer.name)]]);
  const nameOf = textNamer();
  let document: CorpusDocument | null = null;
  let open = new Map<string, CorpusAnnotation[]>();
  function* close() {
    if (document?.text != null && open.size > 0) {
      const name = nameOf(document);
      const shared = { ...document, text: document.text };
      for (const annotations of open.values()) {
        const { person } = annotations[0]!;
        const folder = folders.get(person.id) ?? folderName(person.name);
        folders.set(person.id, folder);
        yield* take({ document: shared, person, annotations, path: `${folder}/${name}` });
      }
    }
    open = new Map();
  }
  function* begin(next: CorpusDocument) {
    yield* close();
    document = next;
  }
  const add = (annotation: CorpusAnnotation) => {
    const found = open.get(annotation.person.id);
    if (found) found.push(annotation);
    else open.set(annotation.person.id, [annotation]);
  };
  return {
    write(record: CorpusRecord): Steps | undefined {
      if (record.kind === 'document') return begin(record);
      if (document?.text == null) return;
      if (record.kind === 'annotation') add(record);
      else if (record.kind === 'adjudication') adjudicatedAnnotations(record).forEach(add);
    },
    end: close,
  };
}

/** Names for files of texts, without extensions: an essay may come in several versions. */
export function textNamer() {
  const name = fileNamer();
  return ({ slug, number }: Pick<CorpusDocument, 'slug' | 'number'>) => name(`${slug}-v${number}`);
}
