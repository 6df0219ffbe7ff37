import type { CorpusPerson } from './corpus';

/** A mention in Markdown: `[@Ann Lee](mention:ID)`; brackets in a name are escaped. */
const mention = /\[@((?:\\.|[^\\\]])*)\]\(mention:([A-Za-z0-9_-]{1,64})\)/g;

/**
 * A comment in which only those are mentioned who stand in the corpus by name; `personOf` gives null for somebody who is left
 * out. Not under a pseudonym: words beside a mention, or that one wrote it oneself, would tell whose it is. Names that were
 * just typed stay: nobody can tell them from other words.
 */
export const mentionedPeople = (markdown: string, personOf: (id: string) => CorpusPerson | null): string =>
  markdown.includes('](mention:')
    ? markdown.replace(mention, (_, _label, id: string) => {
        const person = personOf(id);
        if (!person || person.pseudonymous) return '@somebody';
        return `[@${person.name.replace(/[\\[\]*_`<>]/g, '\\$&')}](mention:${person.id})`;
      })
    : markdown;
