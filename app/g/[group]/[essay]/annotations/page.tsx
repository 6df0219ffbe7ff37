import type { Metadata } from 'next';
import { loadReading } from '@/app/g/[group]/[essay]/load-reading';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { AnnotationList } from '@/components/annotation/annotation-list';
import { EssayFrame } from '@/components/group/essay-frame';
import type { Annotation, AnnotationPage } from '@/lib/core/annotation/annotation';
import { inOrder } from '@/lib/core/annotation/order';
import { annotationPage } from '@/lib/server/data/annotation-list';

interface Props {
  params: Promise<{ group: string; essay: string }>;
}

const everything = { limit: 5000, after: undefined, tag: undefined, creator: undefined };

export const generateMetadata = orNoTitle(async ({ params }: Props): Promise<Metadata> => {
  const { group, essay } = await params;
  const { head } = await loadReading(group, essay);
  return { title: `Annotations of ${head.essay.title}`, robots: { index: false } };
});

/** Everything that was said about an essay, without script and for paper. */
export default orNothingHere(async function AnnotationsPage({ params }: Props) {
  const place = await params;
  const { viewer, head, reading } = await loadReading(place.group, place.essay);
  const { json } = await annotationPage(viewer, { params: place, query: everything }, null);
  const { items } = JSON.parse(json ?? '{"items":[]}') as Pick<AnnotationPage, 'items'>;
  const essay = `/g/${reading.group.slug}/${reading.essay.slug}`;
  return (
    <EssayFrame head={head} viewer={viewer.user} current="annotations" title="Annotations">
      <p className="text-ink-2">
        {items.length === 1 ? '1 annotation' : `${items.length} annotations`} in {reading.group.name}
      </p>
      <div className="max-w-2xl print:max-w-none">
        <AnnotationList annotations={inOrder(items, 'place', startOf)} tags={reading.tags} essay={essay} />
      </div>
    </EssayFrame>
  );
});

const startOf = ({ target }: Annotation) =>
  target.selector.find((selector) => selector.type === 'TextPositionSelector')?.start ?? null;
