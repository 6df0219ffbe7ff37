import { textWidth } from './text-width';

const svgNamespace = 'http://www.w3.org/2000/svg';
const font = "Inter, 'Helvetica Neue', Arial, sans-serif";
/** What of a picture's looks goes with it. */
const looks = ['fill', 'stroke', 'font-size', 'font-weight', 'font-style', 'opacity'] as const;
const head = { height: 62, title: 18, note: 12 };

export interface Heading {
  title: string;
  /** When it was made, and of how much. */
  note: string;
}

/**
 * A picture of the page as a file that stands alone: its looks written into it as on white paper, with title and note
 * above. What is marked `data-screen` helps on the screen only and is left out.
 */
export function svgFile(shown: SVGSVGElement, heading: Heading): string {
  const paper = document.createElement('div');
  paper.className = 'on-paper';
  paper.style.cssText =
    'position:fixed;inset-inline-start:-200vw;inset-block-start:0;background:var(--paper)';
  const picture = shown.cloneNode(true) as SVGSVGElement;
  for (const element of picture.querySelectorAll('[data-screen]')) element.remove();
  for (const element of picture.querySelectorAll('[data-moved]')) element.removeAttribute('transform');
  picture.setAttribute('viewBox', shown.dataset.whole ?? shown.getAttribute('viewBox') ?? '');
  picture.removeAttribute('class');
  picture.style.cssText = 'width:100px;color:var(--ink)';
  paper.append(picture);
  document.body.append(paper);
  const inHex = hexWriter();
  const written = [picture, ...picture.querySelectorAll('*')].map(
    (element) => [element, looksOf(element, inHex)] as const,
  );
  const ground = inHex(getComputedStyle(paper).backgroundColor);
  paper.remove();
  for (const [element, attributes] of written) {
    for (const { name } of [...element.attributes])
      if (!isDrawing(name) || looks.some((look) => look === name)) element.removeAttribute(name);
    for (const [name, value] of attributes) element.setAttribute(name, value);
  }
  addHeading(picture, heading, ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

/** Attributes that say what is drawn; the others steer the page. */
const isDrawing = (name: string) => !/^(class|style|role|tabindex|dir|href|aria-|data-|on)/.test(name);

function looksOf(element: Element, inHex: (colour: string) => string): [name: string, value: string][] {
  if (!(element instanceof SVGGeometryElement || element instanceof SVGTextContentElement)) return [];
  const style = getComputedStyle(element);
  const isText = element instanceof SVGTextContentElement;
  return looks.flatMap((name): [name: string, value: string][] => {
    const value = style.getPropertyValue(name);
    if (name === 'fill' || name === 'stroke') return [[name, inHex(value)]];
    if (name.startsWith('font-') && !isText) return [];
    return value === '' || value === 'normal' || value === '1' ? [] : [[name, value]];
  });
}

/** Writes colours as every program reads them: what one is made of and in which space, only browsers know. */
function hexWriter(): (colour: string) => string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map<string, string>();
  return (colour) => {
    if (!brush || colour === 'none' || colour.startsWith('url(')) return colour;
    let hex = known.get(colour);
    if (hex === undefined) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
      hex =
        alpha === 0
          ? 'none'
          : `#${[red, green, blue].map((part) => part!.toString(16).padStart(2, '0')).join('')}`;
      known.set(colour, hex);
    }
    return hex;
  };
}

function addHeading(picture: SVGSVGElement, { title, note }: Heading, ground: string) {
  const [x = 0, y = 0, width = 0, height = 0] = (picture.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  const size = head.title * Math.min(1, (width - 16) / textWidth(title, head.title));
  const all = { x, y: y - head.height, width, height: height + head.height };
  picture.setAttribute('viewBox', `${all.x} ${all.y} ${all.width} ${all.height}`);
  picture.setAttribute('width', String(all.width));
  picture.setAttribute('height', String(all.height));
  picture.setAttribute('font-family', font);
  picture.prepend(
    drawn('rect', { ...all, fill: ground }),
    drawn('text', { x: x + 8, y: y - 36, 'font-size': size, 'font-weight': 600, fill: '#1e1b17' }, title),
    drawn('text', { x: x + 8, y: y - 16, 'font-size': head.note, fill: '#504a43' }, note),
  );
}

function drawn(name: string, attributes: Record<string, string | number>, words = ''): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = words;
  return element;
}
