import { useLayoutEffect, useRef } from 'react';
import { useReader, useReaderStore } from './reader-store';
import { offerParagraph, offerSentence } from './text-cursor';

/** At the end of the paragraph that the cursor is on: the way to annotate without selecting. */
export function ParagraphTool({ cursor }: { cursor: number }) {
  const store = useReaderStore();
  const block = useReader((state) => state.article?.blocks[cursor]);
  const tool = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const stand = () => {
      if (!block || !tool.current) return;
      const { bottom, right } = block.getBoundingClientRect();
      tool.current.style.translate = `calc(${right + scrollX}px - 100%) ${bottom + scrollY}px`;
    };
    stand();
    const observer = new ResizeObserver(stand);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [block]);
  return (
    <div
      ref={tool}
      role="toolbar"
      aria-label="Annotate without selecting"
      className="reader-paragraph-tool"
      // A press must not take away where the reader is.
      onMouseDown={(event) => event.preventDefault()}
    >
      <button type="button" title="Annotate this paragraph" onClick={() => offerParagraph(store)}>
        Paragraph<kbd>a</kbd>
      </button>
      <button type="button" title="Annotate this sentence" onClick={() => offerSentence(store)}>
        Sentence<kbd>s</kbd>
      </button>
    </div>
  );
}
