import type { CorpusAnnotation, CorpusReply } from '@/lib/core/corpus/corpus';
import type { corpusPeople } from '@/lib/core/corpus/corpus-people';
import { xmlText } from '@/lib/core/export/xml';
import { element, tagId } from './tei-header';

type Add = ReturnType<typeof corpusPeople>['add'];

export const personId = (id: string): string => `p-${id}`;
export const cardId = (number: number): string => `card-${number}`;

/**
 * An `annotation` on a stretch of the element `body`, in code points; the cards that are met in it are in `index`. Source:
 * TEI P5, 16.2.4.7 (string-range) and 17.10 (standOff)
 */
export function teiAnnotation(annotation: CorpusAnnotation, index: string, add: Add): string {
  const { id, startPoint, endPoint, person, tags, comment, cards, created, modified } = annotation;
  const made = element('change', '', { when: created, status: 'created' });
  const edited = modified ? element('change', '', { when: modified, status: 'modified' }) : '';
  const inside = [
    element(
      'respStmt',
      `<resp>annotator</resp>${element('name', xmlText(person.name), { ref: `#${personId(add(person))}` })}`,
    ),
    element('revisionDesc', edited + made),
    ...tags.map((tag) => element('ptr', '', { type: 'tag', target: `#${tagId(tag)}` })),
    ...cards.map(({ number, role }) =>
      element('ptr', '', { type: 'card', subtype: role, target: `${index}#${cardId(number)}` }),
    ),
    ...(comment ? [element('note', xmlText(comment), { type: 'comment' })] : []),
    ...annotation.replies.map((reply) => note(reply, id, add)),
  ];
  return element('annotation', inside.join(''), {
    'xml:id': `a-${id}`,
    motivation: motivation(annotation),
    target: `#string-range(body,${startPoint},${endPoint - startPoint})`,
  });
}

/** Words of the W3C, which TEI takes over. */
const motivation = ({ tags, comment }: CorpusAnnotation) =>
  [...(tags.length > 0 ? ['tagging'] : []), ...(comment ? ['commenting'] : [])].join(' ') || 'highlighting';

/** An answer points to what it answers; one without words stays for those that answer it. */
function note({ id, parent, words }: CorpusReply, annotation: string, add: Add): string {
  return element('note', xmlText(words?.comment ?? ''), {
    'xml:id': `r-${id}`,
    type: 'reply',
    target: parent === null ? `#a-${annotation}` : `#r-${parent}`,
    resp: words && `#${personId(add(words.person))}`,
  });
}
