import type { ExportFormat } from '@/lib/core/export/export-format';
import { xmlAttributes } from '@/lib/core/export/xml';
import { type CasSyntax, casWriter } from './cas-writer';

/** A type's name is its XML namespace and its element: `cruxbook.type.Mark` is `http:///cruxbook/type.ecore` and `Mark`. */
const opening = `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:type="http:///cruxbook/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
`;

/** Source: UIMA References, 7 (XMI CAS Serialization) */
const syntax: CasSyntax = {
  extension: 'xmi',
  open: (text) => {
    const sofa = { sofaNum: 1, sofaID: '_InitialView', mimeType: 'text/plain', sofaString: text };
    return `${opening}<cas:Sofa${xmlAttributes({ 'xmi:id': 1, ...sofa })}/>\n`;
  },
  structure: (id, { type, begin, end, features }) => {
    const element = type.replace(/^.*\.(\w+\.\w+)$/, '$1').replace('.', ':');
    return `<${element}${xmlAttributes({ 'xmi:id': id, sofa: 1, begin, end, ...features })}/>\n`;
  },
  close: (members) => `<cas:View sofa="1" members="${members.join(' ')}"/>\n</xmi:XMI>\n`,
};

/** UIMA CAS as XMI, a file for each text; offsets in UTF-16 code units. */
export const casXmi: ExportFormat = {
  title: 'UIMA CAS XMI',
  madeFor: 'annotation',
  mediaType: 'application/vnd.xmi+xml',
  extension: 'xmi',
  files: 'in turn',
  keeps:
    'Texts that may be passed on, and on them everybody’s passages, tags, comments and replies, and the cards met in them with their statements; what was decided as of one annotator more. The types are in typesystem.xml.',
  loses:
    'The formatting of texts, the vocabulary, reactions, edits of replies and what is resolved; where an annotation was imported from, and how surely it is anchored; of decisions all but the marks left standing, with reasons; what else cards say, relations, positions and coverage, and whatever stands in a text that may not be passed on. An annotation with several tags comes once for each. A character that XML forbids becomes U+FFFD. What is private or held does not come.',
  withoutText: 'nothing',
  tells: [],
  lacks: ['relations', 'positions', 'beliefs', 'checks', 'adjudications'],
  partly: ['cards'],
  writer: casWriter(syntax),
};
