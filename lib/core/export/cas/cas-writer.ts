import { adjudicatedAnnotations } from '@/lib/core/corpus/adjudicated-annotations';
import type { CorpusHead } from '@/lib/core/corpus/corpus';
import { textNamer } from '@/lib/core/export/annotator-layers';
import type { CorpusWriter, ExportFormat, Put } from '@/lib/core/export/export-format';
import { type CasStructure, markStructures, textStructures } from './cas-structures';
import { typeSystemXml } from './cas-types';

/** How a CAS with one view is written down. Ids are whole numbers from 1, which the text has. */
export interface CasSyntax {
  extension: string;
  /** Up to the first annotation. */
  open(text: string): string;
  structure(id: number, structure: CasStructure): string;
  /** After the last; `members`: ids of all annotations. */
  close(members: readonly number[]): string;
}

/** `typesystem.xml`, then a file for each text. Memory: statements of cards, and a number for each annotation of a text. */
export const casWriter =
  (syntax: CasSyntax): ExportFormat['writer'] =>
  (_head: CorpusHead, put: Put): CorpusWriter => {
    const nameOf = textNamer();
    const statements = new Map<string, string>();
    let open: { file: string; members: number[] } | null = null;
    const write = (structures: readonly CasStructure[]) => {
      if (!open) return;
      for (const structure of structures) {
        const id = open.members.length + 2;
        open.members.push(id);
        put(open.file, syntax.structure(id, structure));
      }
    };
    const end = () => {
      if (open) put(open.file, syntax.close(open.members));
      open = null;
    };
    put('typesystem.xml', typeSystemXml());
    return {
      write(record) {
        if (record.kind === 'card') statements.set(record.id, record.statement);
        else if (record.kind === 'annotation') write(markStructures(record, statements));
        else if (record.kind === 'adjudication')
          for (const mark of adjudicatedAnnotations(record)) write(markStructures(mark, statements));
        else if (record.kind === 'document') {
          end();
          if (record.text === null) return;
          open = { file: `${nameOf(record)}.${syntax.extension}`, members: [] };
          put(open.file, syntax.open(record.text));
          write(textStructures({ ...record, text: record.text }));
        }
      },
      end,
    };
  };
