import { type PointerEvent, useRef } from 'react';

interface Point {
  x: number;
  y: number;
}

interface Gesture {
  /** By so many pixels of the screen. */
  onDrag: (by: Point) => void;
  /** Two fingers came apart (factor below 1) or closer around a point of the screen. */
  onPinch: (factor: number, at: Point) => void;
}

/** Less is a click with an unsteady hand. In pixels. */
const STILL = 4;

/** Tells dragging and pinching from clicking. */
export function useFingers({ onDrag, onPinch }: Gesture) {
  const fingers = useRef(new Map<number, Point>());
  const hasMoved = useRef(false);

  function onPointerDown({ pointerId, clientX, clientY }: PointerEvent) {
    fingers.current.set(pointerId, { x: clientX, y: clientY });
    hasMoved.current = false;
  }

  function onPointerMove({ pointerId, clientX, clientY, currentTarget }: PointerEvent) {
    const before = fingers.current.get(pointerId);
    if (!before) return;
    const now = { x: clientX, y: clientY };
    const by = { x: now.x - before.x, y: now.y - before.y };
    if (!hasMoved.current && Math.hypot(by.x, by.y) < STILL) return;
    hasMoved.current = true;
    currentTarget.setPointerCapture(pointerId);
    const [other] = [...fingers.current].flatMap(([id, point]) => (id === pointerId ? [] : [point]));
    fingers.current.set(pointerId, now);
    const share = other ? 0.5 : 1;
    if (other) {
      const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
      onPinch(apart(before) / apart(now), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    }
    onDrag({ x: by.x * share, y: by.y * share });
  }

  const onPointerUp = ({ pointerId }: PointerEvent) => void fingers.current.delete(pointerId);

  return {
    /** Whether the last press became a drag, and is no click. */
    wasDragged: () => hasMoved.current,
    pointer: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}
