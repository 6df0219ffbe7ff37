import type { ExportFormat } from '@/lib/core/export/export-format';
import { typeSystemJson } from './cas-types';
import { type CasSyntax, casWriter } from './cas-writer';

/** Source: https://github.com/apache/uima-uimaj-io-jsoncas */
const syntax: CasSyntax = {
  extension: 'json',
  open: (text) => {
    const sofa = { sofaNum: 1, sofaID: '_InitialView', mimeType: 'text/plain', sofaString: text };
    const first = JSON.stringify({ '%ID': 1, '%TYPE': 'uima.cas.Sofa', ...sofa });
    return `{"%TYPES":${JSON.stringify(typeSystemJson())},\n"%FEATURE_STRUCTURES":[\n${first}`;
  },
  structure: (id, { type, begin, end, features }) => {
    const present = Object.fromEntries(Object.entries(features).filter(([, value]) => value !== null));
    return `,\n${JSON.stringify({ '%ID': id, '%TYPE': type, '@sofa': 1, begin, end, ...present })}`;
  },
  close: (members) => `\n],\n"%VIEWS":{"_InitialView":{"%SOFA":1,"%MEMBERS":${JSON.stringify(members)}}}}\n`,
};

/** UIMA CAS as JSON, a file for each text; offsets in UTF-16 code units. */
export const casJson: ExportFormat = {
  title: 'UIMA CAS JSON',
  madeFor: 'annotation',
  mediaType: 'application/json',
  extension: 'json',
  files: 'in turn',
  keeps:
    'Texts that may be passed on, and on them everybody’s passages, tags, comments and replies, and the cards met in them with their statements; what was decided as of one annotator more.',
  loses:
    'The formatting of texts, the vocabulary, reactions, edits of replies and what is resolved; where an annotation was imported from, and how surely it is anchored; of decisions all but the marks left standing, with reasons; what else cards say, relations, positions and coverage, and whatever stands in a text that may not be passed on. An annotation with several tags comes once for each. What is private or held does not come.',
  withoutText: 'nothing',
  tells: [],
  lacks: ['relations', 'positions', 'beliefs', 'checks', 'adjudications'],
  partly: ['cards'],
  writer: casWriter(syntax),
};
