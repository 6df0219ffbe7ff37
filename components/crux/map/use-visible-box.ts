import { type RefObject, useEffect, useState } from 'react';
import { useFingers } from './use-fingers';
import { type Box, fitted, moved, opened, openedHeight, showing, zoomed } from './visible-box';

const STEP = 1.4;

/** The part of a drawing that its frame shows, steered by wheel, fingers, mouse and keys. It opens around its heart. */
export function useVisibleBox(frame: RefObject<SVGSVGElement | null>, whole: Box, heart: Box) {
  const size = useSize(frame);
  const [chosen, setChosen] = useState<{ of: Box; box: Box } | null>(null);
  // Another drawing opens anew.
  const boxOf = (one: typeof chosen) => (one?.of === whole ? one.box : opened(whole, size, heart));
  const box = boxOf(chosen);
  const change = (next: (box: Box) => Box) => setChosen((one) => ({ of: whole, box: next(boxOf(one)) }));
  const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });
  const zoom = (factor: number, at?: { x: number; y: number }) =>
    change((now) => zoomed(now, whole, { factor, at: at ?? middle(now) }));
  const whatIsAt = ({ x, y }: { x: number; y: number }) =>
    new DOMPoint(x, y).matrixTransform(frame.current?.getScreenCTM()?.inverse());

  useWheel(frame, (event) => {
    const notch = Math.max(-60, Math.min(60, event.deltaY)) * (event.ctrlKey ? 0.01 : 0.004);
    zoom(Math.exp(notch), whatIsAt(event));
  });
  const fingers = useFingers({
    onDrag: (by) => {
      const scale = box.width / (frame.current?.clientWidth || 1);
      change((now) => moved(now, whole, { x: -by.x * scale, y: -by.y * scale }));
    },
    onPinch: (factor, at) => zoom(factor, whatIsAt(at)),
  });

  const keys: Record<string, () => void> = {
    '+': () => zoom(1 / STEP),
    '=': () => zoom(1 / STEP),
    '-': () => zoom(STEP),
    '0': () => change(() => fitted(whole, size)),
  };
  return {
    box,
    /** Units of the drawing in a pixel of the screen: the more, the farther away. */
    distance: box.width / size.width,
    /** Pixels that the frame has to be high to show no empty room as it opens. */
    height: openedHeight(whole, size.width),
    keys,
    show: (thing: Box) => change((now) => showing(now, whole, thing)),
    ...fingers,
  };
}

/** Of what shows the drawing, in pixels. */
function useSize(frame: RefObject<SVGSVGElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 960, height: 600 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

/** The wheel scrolls the page until the map has the focus, or Ctrl is held (as a trackpad's pinch reports itself). */
function useWheel(frame: RefObject<SVGSVGElement | null>, onWheel: (event: WheelEvent) => void): void {
  useEffect(() => {
    const element = frame.current;
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && !element?.contains(document.activeElement)) return;
      event.preventDefault();
      onWheel(event);
    };
    // React listens passively, and could not keep the page from scrolling.
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  });
}
