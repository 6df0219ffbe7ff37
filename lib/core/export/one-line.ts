/** For lines of a file: runs of white space and control characters, line ends of Unicode among them, become one space. */
export const oneLine = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
