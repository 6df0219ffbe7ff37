const context = 'http://www.w3.org/ns/anno.jsonld';
const json = JSON.stringify;

/** A container as a whole. */
export interface ContainerHead {
  /** Its IRI, which ends in "/". */
  iri: string;
  label: string;
  /** How many annotations it holds for whoever asks. */
  total: number;
  /** Last change of any of them. */
  modified: string;
}

/** A page: `items` are texts of JSON, each an annotation or its IRI as a string. */
export interface ContainerPage {
  number: number;
  items: readonly string[];
}

/** Annotations a page. It never changes: pages are named by their number. */
export const itemsOfPage = 100;

const lastPage = ({ total }: ContainerHead) => Math.max(0, Math.ceil(total / itemsOfPage) - 1);

/** Pages of IRIs and of annotations have addresses of their own, and so has the container that begins with either. */
const pageIri = ({ iri }: ContainerHead, number: number, iris: boolean) =>
  `${iri}?page=${number}&iris=${iris ? 1 : 0}`;

/** The address that a container answers for itself under. */
export const containerIri = ({ iri }: Pick<ContainerHead, 'iri'>, iris: boolean) =>
  `${iri}?iris=${iris ? 1 : 0}`;

/** An annotation that stands alone. */
export const annotationJson = (item: string) => `{"@context":"${context}",${item.slice(1)}`;

/** https://www.w3.org/TR/annotation-protocol/#container-representations; `first` is its first page, where that is embedded. */
export function containerJson(head: ContainerHead, iris: boolean, first: ContainerPage | null): string {
  const { label, total, modified } = head;
  const about = {
    '@context': [context, 'http://www.w3.org/ns/ldp.jsonld'],
    id: containerIri(head, iris),
    type: ['BasicContainer', 'AnnotationCollection'],
    label,
    total,
    modified,
    ...(total > 0 && { last: pageIri(head, lastPage(head), iris) }),
  };
  if (total === 0) return json(about);
  const embedded = first ? `{${pageMembers(head, iris, first)}` : json(pageIri(head, 0, iris));
  return `${json(about).slice(0, -1)},"first":${embedded}}`;
}

/** https://www.w3.org/TR/annotation-protocol/#annotation-pages */
export const pageJson = (head: ContainerHead, iris: boolean, page: ContainerPage) =>
  `{"@context":"${context}",${pageMembers(head, iris, page)}`;

function pageMembers(head: ContainerHead, iris: boolean, { number, items }: ContainerPage): string {
  const { label, total, modified } = head;
  const about = {
    id: pageIri(head, number, iris),
    type: 'AnnotationPage',
    partOf: { id: containerIri(head, iris), type: 'AnnotationCollection', label, total, modified },
    startIndex: number * itemsOfPage,
    ...(number > 0 && { prev: pageIri(head, number - 1, iris) }),
    ...(number < lastPage(head) && { next: pageIri(head, number + 1, iris) }),
  };
  return `${json(about).slice(1, -1)},"items":[${items.join()}]}`;
}
