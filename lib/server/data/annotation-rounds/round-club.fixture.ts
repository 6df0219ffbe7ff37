import { annotationPage } from '@/lib/server/data/annotation-list';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { everything, mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { readAnnotationRound } from './annotation-rounds';
import { beginAnnotationRound } from './begin-round';

/** Mo leads, Ann and Ben read. */
export async function roundClub(visibility: 'public' | 'private' = 'private') {
  const { group, essay, place, join } = await readingGroup(visibility);
  const [mo, ann, ben] = [
    await join('Mo', 'moderator'),
    await join('Ann', 'member'),
    await join('Ben', 'member'),
  ];
  const begin = (rest: object = {}, people: SignedIn[] = [ann, ben]) =>
    beginAnnotationRound(mo, place, {
      title: 'Blind',
      guideline: '',
      revealWhenAllDone: true,
      tags: [],
      people: people.map(({ user }) => user.id),
      ...rest,
    });
  const at = ({ id }: { id: string }) => ({ ...place, round: id });
  const claim = (by: Viewer, words: string, tags = ['claim']) =>
    createAnnotation(by, place, mark(words, { tags }));
  const seen = async (by: Viewer) => {
    const { json } = await annotationPage(by, { params: place, query: everything }, null);
    return (JSON.parse(json).items as { creator: { name: string } }[]).map(({ creator }) => creator.name);
  };
  const stateOf = async (round: { id: string }) => (await readAnnotationRound(mo, at(round))).state;
  return { group, essay, place, join, mo, ann, ben, begin, at, claim, seen, stateOf };
}
