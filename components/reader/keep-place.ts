import type { TextOffsets } from './text-offsets';

/**
 * Runs a change that may rebuild the inside of blocks, and puts a selection or the focus in them back afterwards.
 * `waiting` holds the blocks still to be rebuilt: the change takes out those it has rebuilt.
 */
export function keepingPlace(offsets: TextOffsets, waiting: ReadonlySet<number>, change: () => void): void {
  // Read once beforehand: after a change, reading a selection costs a layout.
  const selection = document.getSelection();
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = selection ?? {};
  const ends = [
    {
      node: anchorNode,
      offset: anchorOffset,
      text: anchorNode && offsets.offsetAt(anchorNode, anchorOffset),
    },
    { node: focusNode, offset: focusOffset, text: focusNode && offsets.offsetAt(focusNode, focusOffset) },
  ];
  const held = ends.flatMap(({ text }) => (text === null ? [] : offsets.blockAt(text)));
  const threatened = held.filter((block) => waiting.has(block));
  const active = document.activeElement as HTMLElement;

  change();

  if (document.activeElement !== active) {
    const again = `a.ref[href="${active.getAttribute('href')}"]`;
    (active.isConnected ? active : offsets.article.querySelector<HTMLElement>(again))?.focus({
      preventScroll: true,
    });
  }
  if (threatened.every((block) => waiting.has(block))) return;
  const [anchor, focus] = ends.map(({ node, offset, text }): [Node, number] => {
    if (text === null) return [node!, offset];
    const { startContainer, startOffset } = offsets.domRange({ start: text, end: text });
    return [startContainer, startOffset];
  });
  selection!.setBaseAndExtent(...anchor!, ...focus!);
}
