'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { AnnotationLayer } from '@/components/annotation/annotation-layer';
import type { OutlineEntry } from '@/lib/core/essay/outline';
import { annotationKeys } from './annotation-steps';
import { announcerId } from './announce';
import { readingStyle } from './apply-settings';
import { DensityStrip } from './density-strip';
import type { KeyBinding } from './keymap';
import { loadAnnotations, loadReadMarks } from './load-annotations';
import { onDemand } from './on-demand';
import { Outline } from './outline';
import { paragraphKeys, watchParagraphCursor } from './paragraph-cursor';
import { PointerTarget } from './pointer-target';
import { ReaderHeader } from './reader-header';
import { ReaderContext, type ReaderStore, readerStore, useReader, useReaderStore } from './reader-store';
import type { Reading } from './reading';
import { watchPlace } from './reading-place';
import { watchSelection } from './selection-draft';
import { canOffer, textCursorKeys } from './text-cursor';
import { watchAddress } from './watch-address';
import { watchFootnotes } from './watch-footnotes';
import { watchHighlights } from './watch-highlights';
import { watchKeyboard } from './watch-keyboard';
import { watchTaps } from './watch-taps';
import { watchTextCursor } from './watch-text-cursor';

const pageKeys = (store: ReaderStore): readonly KeyBinding[] => [
  { keys: ['?'], section: 'Page', label: 'Show all keys', run: () => store.open('help') },
];

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
      <PointerTarget />
      <AtParagraph />
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

const panels = {
  help: onDemand(async () => (await import('./help-dialog')).default),
  settings: onDemand(async () => (await import('./settings-dialog')).default),
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
    watchSelection(store),
    watchTextCursor(store),
    watchParagraphCursor(store),
    watchTaps(store),
    watchFootnotes(store),
    watchAddress(store),
    store.keys.add([
      ...pageKeys(store),
      ...paragraphKeys(store),
      ...annotationKeys(store),
      ...textCursorKeys(store),
    ]),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
