/** A point with its label, both in the unit of the picture. */
export interface Labelled {
  x: number;
  y: number;
  /** The dearest first; another serves where that finds no room, the last where no other does. */
  forms: readonly { width: number; height: number }[];
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PlacedLabel {
  /** Which of the forms. */
  form: number;
  /** Middle of its line on the side of the point. */
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
}

const GAP = 5;

/**
 * Puts labels beside their points where they hide neither a point nor another label, the first ones first; null where
 * there is no such place. They keep off what is `taken`, too.
 */
export function placeLabels(
  points: readonly Labelled[],
  { room, radius, taken: kept }: { room: Box; radius: number; taken: readonly Box[] },
): (PlacedLabel | null)[] {
  // What is as near to another point as to its own could be of either.
  const clear = 2 * (radius + GAP);
  const dots = points.map(({ x, y }) => around(x, y, { width: clear, height: clear }));
  const taken: Box[] = [...dots, ...kept];
  return points.map((point, own) => {
    for (const { form, place } of candidatesFor(point, radius)) {
      const box = boxOf(place, point.forms[form]!);
      const isFree = taken.every((other, i) => i === own || !overlap(box, other));
      if (!isFree || !holds(room, box)) continue;
      taken.push(box);
      return { ...place, form };
    }
    return null;
  });
}

type Place = Omit<PlacedLabel, 'form'>;
type Size = Labelled['forms'][number];

/** To the right it is plainest whose words they are: there all forms are tried first, but for the last resort. */
function candidatesFor(point: Labelled, radius: number): { form: number; place: Place }[] {
  const all = point.forms.flatMap((size, form) =>
    placesFor(point, size, radius).map((place) => ({
      form,
      place,
      isRight: place.x > point.x && place.y === point.y,
    })),
  );
  const first = all.filter(({ isRight, form }) => isRight && form < point.forms.length - 1);
  return [...first, ...all];
}

function placesFor({ x, y }: Labelled, { height }: Size, radius: number): Place[] {
  const aside = radius + GAP;
  const above = radius + 1 + height / 2;
  return [
    { x: x + aside, y, anchor: 'start' },
    { x: x - aside, y, anchor: 'end' },
    { x, y: y - above, anchor: 'middle' },
    { x, y: y + above, anchor: 'middle' },
    { x: x + radius, y: y - above, anchor: 'start' },
    { x: x + radius, y: y + above, anchor: 'start' },
    { x: x - radius, y: y - above, anchor: 'end' },
    { x: x - radius, y: y + above, anchor: 'end' },
  ];
}

/** A box by its middle. */
export const around = (x: number, y: number, { width, height }: Size): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

function boxOf({ x, y, anchor }: Place, size: Size): Box {
  const shift = { start: size.width / 2, end: -size.width / 2, middle: 0 }[anchor];
  return around(x + shift, y, size);
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const holds = (room: Box, box: Box) =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
