/** An essay that anybody may take away, with a character of two UTF-16 code units in it. */
export const jarEssay =
  '---\nlicence: CC BY 4.0\n---\n\n# The Jar\n\nIt is full of thanks 🫙 and of nothing else.';
