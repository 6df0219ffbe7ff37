/** Published data, one row an item and one column an annotator; null is missing. */

/** J. L. Fleiss, Psychological Bulletin 76 (1971) p. 379: 30 patients, 6 psychiatrists, 5 diagnoses. */
export const fleiss1971 = [
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555',
  '144444 124444 222333 144444 224445 333335 111455 111112 224444 133555',
  '555555 244444 224555 114444 144445 222224 111155 224444 133333 555555',
].flatMap((line) => line.split(' ').map((row) => [...row].map(Number)));

/** Fleiss' kappa, Wikipedia: 10 subjects, 14 raters, how many chose each of 5 categories. */
export const wikipediaFleiss = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

const rows = (text: string) =>
  text.split(' ').map((row) => [...row].map((digit) => (digit === '.' ? null : Number(digit))));

/** K. Krippendorff, Content Analysis (2004): a dichotomy (p. 224), three categories (p. 227), gaps (p. 230). */
export const krippendorff2004 = {
  dichotomy: rows('10 11 01 00 00 01 00 01 00 00'),
  nominal: rows('11 12 22 22 22 22 23 33 33 33 33 33'),
  missing: rows('11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.'),
};

/** K. Krippendorff, Computing Krippendorff's alpha-reliability (2011) B: two observers, 12 items, 5 values. */
export const krippendorff2011 = rows('12 11 22 22 42 33 33 33 55 44 44 14');

/** A. F. Hayes, K. Krippendorff, Communication Methods and Measures 1 (2007) p. 84: 40 items, 5 annotators. */
export const hayes2007 = rows(
  '112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101. ' +
    '000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 ' +
    '2222. 111.1',
);

/** K. Krippendorff, Sociological Methodology 25 (1995), continuum A cut into 24 items: marked or not. */
export const digitised1995 = rows('00 00 10 10 11 11 11 11 10 10 00 00 00 00 10 11 11 10 10 10 00 00 00 00');

/** J. Cohen, Educational and Psychological Measurement 20 (1960) p. 37 and p. 45. */
export const cohen1960 = {
  page37: [
    [25, 13, 12],
    [12, 2, 16],
    [3, 15, 2],
  ],
  page45: [
    [88, 10, 2],
    [14, 40, 6],
    [18, 10, 12],
  ],
};

/** nltk's own test of α: three coders, of whom the third saw another dress than the others the second time. */
export const nltkEasy = rows('122 12. ..2');

/** nltk: expected disagreement is there, observed is none. */
export const nltkPerfect = rows('11 22');
