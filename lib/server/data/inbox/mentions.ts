/** SQL: path to what mentions somebody in the document of a comment; `attrs.id` of each says whom. */
export const mentions = `'$.** ? (@.type == "mention")'`;
