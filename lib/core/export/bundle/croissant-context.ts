/** Short names of the vocabulary. Source: Croissant 1.0, appendix 1 (recommended JSON-LD context), and RAI 1.0. */
const terms = [
  ...['citeAs', 'column', 'extract', 'field', 'fileProperty', 'fileObject', 'fileSet', 'format', 'includes'],
  ...['isLiveDataset', 'jsonPath', 'key', 'md5', 'parentField', 'path', 'recordSet', 'references', 'regex'],
  ...['repeated', 'replace', 'separator', 'source', 'subField', 'transform'],
];

export const croissantContext = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  ...{ cr: 'http://mlcommons.org/croissant/', rai: 'http://mlcommons.org/croissant/RAI/' },
  ...{ dct: 'http://purl.org/dc/terms/', sc: 'https://schema.org/', conformsTo: 'dct:conformsTo' },
  ...Object.fromEntries(terms.map((term) => [term, `cr:${term}`])),
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
};
