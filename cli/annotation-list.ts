import { z } from 'zod';
import { AnnotationPage } from '@/lib/core/annotation/annotation';
import { quoteOf } from '@/lib/core/annotation/highlight';
import { annotationPage } from '@/lib/server/data/annotation-list';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const annotationList = command({
  name: 'annotation list',
  about: 'List the annotations of an essay in a group, oldest first.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    essay: { value: 'ESSAY', about: 'id or slug' },
    tag: { value: 'TAG', about: 'only those that bear it' },
    as: { value: 'ADDRESS', about: 'of the member who looks; an owner unless told' },
  },
  input: z.strictObject({
    group: z.string(),
    essay: z.string(),
    tag: z.string().optional(),
    as: z.string().optional(),
  }),
  async run({ group, essay, tag, as }) {
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const items: AnnotationPage['items'] = [];
    for (let after: string | undefined; ; after = items.at(-1)?.id) {
      const query = { limit: 1000, after, tag, creator: undefined };
      const { json } = await annotationPage(viewer, { params: { group, essay }, query }, null);
      const page = AnnotationPage.parse(JSON.parse(json));
      items.push(...page.items);
      if (page.next === null) break;
    }
    const lines = items.map((annotation) => {
      const { id, tags, creator } = annotation;
      const quote = JSON.stringify(quoteOf(annotation)?.slice(0, 80) ?? '');
      return `${id}  ${tags.join(',') || '-'}  ${creator.name}  ${quote}`;
    });
    return { json: { items }, text: lines.join('\n') };
  },
});
