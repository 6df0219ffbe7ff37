import type { CorpusDocument, CorpusHead } from './corpus';

/** Where the things of a corpus are found on their site; what has no page of its own is a part of one that has. */
export function corpusIris({ site, group }: { site: string; group: Pick<CorpusHead['group'], 'slug'> }) {
  const slug = encodeURIComponent(group.slug);
  const page = `${site}/g/${slug}`;
  const api = `${site}/api/v1/groups/${slug}`;
  const card = (id: string) => `${api}/cards/${id}`;
  return {
    group: page,
    /** Where moderators see what is held. */
    moderation: `${page}/moderation`,
    api,
    essay: (essay: string) => `${page}/${encodeURIComponent(essay)}`,
    text: ({ essay, number }: Pick<CorpusDocument, 'essay' | 'number'>) =>
      `${site}/api/v1/essays/${essay}/versions/${number}`,
    /** Of the Web Annotation Protocol; annotations and replies lie in it. */
    container: `${site}/wa/${slug}/`,
    annotation: (id: string) => `${site}/wa/${slug}/${id}`,
    reply: (id: string) => `${site}/wa/${slug}/${id}`,
    tag: (tag: string) => `${api}/tags#${encodeURIComponent(tag)}`,
    /** A decision, or a mark of the adjudicated layer. */
    adjudication: (essay: string, id: string) => `${page}/${encodeURIComponent(essay)}/adjudicate#${id}`,
    card,
    position: (of: string, id: string) => `${card(of)}#position-${id}`,
    belief: (crux: string, target: string, person: string) => `${card(crux)}#belief-${target}-${person}`,
    relation: (id: string) => `${api}/cards/relations#${id}`,
    person: (id: string) => `urn:uuid:${id}`,
  };
}
