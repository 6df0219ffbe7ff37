'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { AnnotationLayer } from '@/components/annotation/annotation-layer';
import type { OutlineEntry } from '@/lib/core/essay/outline';
import { announcerId } from './announce';
import { readingStyle } from './apply-settings';
import { DensityStrip } from './density-strip';
import { loadAnnotations, loadReadMarks } from './load-annotations';
import { onDemand } from './on-demand';
import { OnGesture } from './on-gesture';
import { Outline } from './outline';
import { canOffer, watchParagraphCursor } from './paragraph-cursor';
import { ReaderHeader } from './reader-header';
import { ReaderContext, type ReaderStore, readerStore, useReader, useReaderStore } from './reader-store';
import type { Reading } from './reading';
import { watchPlace } from './reading-place';
import { watchFootnotes } from './watch-footnotes';
import { watchHighlights } from './watch-highlights';
import { watchKeyboard } from './watch-keyboard';

interface Props {
  reading: Reading;
  outline: readonly OutlineEntry[];
  /** Of the bar at the top: ways out of the page, that need no script. */
  ends: readonly [ReactNode, ReactNode];
  /** Title and article, as the server made them. */
  children: ReactNode;
}

/** The one client root of the reading page: holds the state and mounts everything that needs script. */
export function EssayReader({ reading, children, ...page }: Props) {
  const [store] = useState(() => readerStore(reading));
  return (
    <ReaderContext value={store}>
      <Page {...page}>{children}</Page>
      <DensityStrip />
      <OnGesture />
      <AtParagraph />
      <WhileSelecting />
      <Contested />
      <OpenPanel />
      <div id={announcerId} role="status" className="sr-only" />
    </ReaderContext>
  );
}

function Page({ outline, ends, children }: Omit<Props, 'reading'>) {
  const store = useReaderStore();
  const settings = useReader((state) => state.settings);
  const article = useReader((state) => state.article);
  useEffect(() => {
    if (article) return attend(store);
  }, [store, article]);
  const hasOutline = outline.length > 1;
  return (
    <div className="reader" style={readingStyle(settings)}>
      <ReaderHeader hasOutline={hasOutline} ends={ends} />
      <div className="reader-columns">
        {hasOutline && (
          <nav aria-label="Contents" className="reader-toc" id="reader-contents" popover="auto">
            <Outline entries={outline} />
          </nav>
        )}
        <main id="main" className="reader-text">
          {children}
        </main>
        <AnnotationLayer />
      </div>
    </div>
  );
}

const ParagraphTool = onDemand(async () => (await import('./paragraph-tool')).ParagraphTool, {
  otherwise: () => null,
});

function AtParagraph() {
  const store = useReaderStore();
  const cursor = useReader((state) => (canOffer(store) ? state.cursor : null));
  return cursor !== null && <ParagraphTool cursor={cursor} />;
}

const TextCaret = onDemand(async () => (await import('./text-caret')).TextCaret, { otherwise: () => null });

function WhileSelecting() {
  const isSelecting = useReader((state) => state.selecting);
  return isSelecting && <TextCaret />;
}

function ClosePanel() {
  const store = useReaderStore();
  return (
    <button type="button" onClick={() => store.open(null)}>
      Close
    </button>
  );
}

const ContestedStrip = onDemand(
  async () => (await import('@/components/agreement/contested-strip')).ContestedStrip,
);

function Contested() {
  const isOn = useReader((state) => state.settings.contested && state.status === 'ready');
  return isOn && <ContestedStrip />;
}

const panels = {
  help: onDemand(async () => (await import('./help-dialog')).default, { Leave: ClosePanel }),
  settings: onDemand(async () => (await import('./settings-dialog')).default, { Leave: ClosePanel }),
};

function OpenPanel() {
  const panel = useReader((state) => state.panel);
  const Panel = panel && panels[panel];
  return Panel && <Panel />;
}

/** Everything that watches the page while the article stands in it. */
function attend(store: ReaderStore): () => void {
  loadAnnotations(store);
  loadReadMarks(store);
  const stops = [
    watchKeyboard(store),
    watchHighlights(store),
    watchPlace(store),
    watchParagraphCursor(store),
    watchFootnotes(store),
    store.keys.add(async () => (await import('./reader-keys')).readerKeys(store)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
