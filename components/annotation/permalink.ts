import { scrollToPassage } from '@/components/reader/reveal';
import { showTransient } from '@/components/reader/transient-highlight';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { everything } from '@/lib/core/annotation/filter';
import type { Desk } from './desk';
import { focusNote } from './focus-note';

/**
 * Goes to the annotation (`a-<id>`) or reply (`r-<id>`) of that name, or to words of the text, which light up:
 * `at-<start>-<end>`, and others behind commas, in code points.
 */
export async function goTo(desk: Desk, name: string): Promise<void> {
  if (name.startsWith('at-')) {
    goToWords(desk, name.slice(3));
    return;
  }
  const found = await arrived(desk, name.slice(2));
  // Meanwhile the person may have gone elsewhere.
  if (location.hash !== `#${name}`) return;
  if (found) open(desk, found.id, name);
  else {
    const what = name.startsWith('r-') ? 'reply' : 'mark';
    desk.say(`This ${what} is not here: it was deleted, or you may not see it.`);
  }
}

/** Milliseconds. A link to what somebody just wrote may be quicker than the live event that brings it. */
const underWay = 3_000;

/** The annotation that has this id, or a reply of this id, as soon as it is there. */
async function arrived({ store }: Desk, id: string): Promise<Annotation | undefined> {
  const look = () =>
    [...store.get().annotations.values()].find(
      (one) => one.id === id || one.replies.some((reply) => reply.id === id),
    );
  return (
    look() ??
    new Promise((resolve) => {
      const end = (found?: Annotation) => {
        clearTimeout(timer);
        stop();
        resolve(found);
      };
      const timer = setTimeout(end, underWay);
      const stop = store.subscribe(() => {
        const found = look();
        if (found) end(found);
      });
    })
  );
}

function goToWords({ store, say }: Desk, places: string): void {
  const { article } = store.get();
  const ranges = places.split(',').flatMap((place) => {
    const [start = 0, end = 0] = place.split('-').map(Number);
    const fits = article && start < end && end <= article.points.length;
    return fits ? [{ start: article.points.toUtf16(start), end: article.points.toUtf16(end) }] : [];
  });
  const [first] = ranges;
  if (!first || !article) {
    say('These words are no longer there.');
    return;
  }
  // Painting later must not carry them away from the eye.
  store.get().painter?.finish();
  showTransient('search', ranges.map(article.domRange));
  scrollToPassage(store, first);
}

function open({ store }: Desk, id: string, element: string): void {
  const range = () => {
    const annotation = store.get().annotations.get(id);
    return annotation ? store.ranges.of(annotation, store.get()) : null;
  };
  if (!store.ranges.visible(store.get()).some((one) => one.id === id)) store.filter(everything);
  const passage = range();
  if (passage) scrollToPassage(store, passage);
  store.focus(id);
  focusNote(id);
  whenStill(element, (found) => {
    // Of a long thread its beginning.
    (found.querySelector('.note-head') ?? found).scrollIntoView({ block: 'nearest' });
    found.dataset.flash = '';
  });
}

/** Of frames: as long as a thread may take to come, and as it must stand to count as in its place. */
const PATIENCE = 600;
const STILL = 12;

/** Notes come late, and move until they have found their place. */
function whenStill(id: string, run: (element: HTMLElement) => void): void {
  let frames = 0;
  let still = 0;
  let before: number | undefined;
  const look = () => {
    const element = document.getElementById(id);
    const top = element?.getBoundingClientRect().top;
    still = top === before && top !== undefined ? still + 1 : 0;
    before = top;
    if (element && still >= STILL) run(element);
    else if (frames++ < PATIENCE) requestAnimationFrame(look);
  };
  look();
}
