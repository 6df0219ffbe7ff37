'use client';

import './contested-strip.css';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { announce } from '@/components/reader/announce';
import { changeSettings } from '@/components/reader/change-settings';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { showTransient } from '@/components/reader/transient-highlight';
import { ContestedSaid } from './contested-said';
import { type Contested, loadContested } from './load-contested';
import { counted } from './measures';
import { useBarPlaces } from './use-bar-places';

const none: Contested['sentences'] = [];

/** A bar beside every sentence that some marked with a tag and other annotators did not. */
export function ContestedStrip() {
  const store = useReaderStore();
  const article = useReader((state) => state.article);
  const { contested, failed } = useContested();
  const sentences = contested?.sentences ?? none;
  const [current, setCurrent] = useState(0);
  const [open, setOpen] = useState<number | null>(null);
  const places = useBarPlaces(article, sentences);
  const bars = useRef<HTMLDivElement>(null);
  const show = (i: number | null) => {
    const sentence = i === null ? undefined : sentences[i];
    showTransient('hover', article && sentence ? [article.domRange(sentence)] : []);
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = Math.min(sentences.length - 1, Math.max(0, current + by));
    setCurrent(next);
    bars.current?.querySelectorAll('button')[next]?.focus();
  };
  const shown = open === null ? undefined : sentences[open];
  const shownAt = open === null ? undefined : places[open];
  return (
    <section aria-label="Contested sentences">
      <div ref={bars} role="toolbar" aria-label="Sentences" aria-orientation="vertical" onKeyDown={step}>
        {sentences.map((sentence, i) => {
          const place = places[i];
          if (!place) return null;
          const label = `${sentence.tags.map((one) => `${nameOf(one.tag)} by ${one.people} of ${one.annotators}`).join(', ')}: ${article?.quote(sentence).slice(0, 60)}`;
          return (
            <button
              key={sentence.start}
              type="button"
              className="contested-bar"
              aria-label={label}
              aria-expanded={open === i}
              tabIndex={i === current ? 0 : -1}
              style={
                {
                  ...place,
                  '--bar': colourOf(sentence.tags[0]?.tag),
                  '--strength': 0.3 + 0.7 * sentence.strength,
                } as CSSProperties
              }
              onClick={() => {
                setCurrent(i);
                setOpen(i);
              }}
              onFocus={() => show(i)}
              onBlur={() => show(null)}
              onMouseEnter={() => show(i)}
              onMouseLeave={() => show(null)}
            >
              <i />
            </button>
          );
        })}
      </div>
      {shown && shownAt && (
        <ContestedSaid key={open} sentence={shown} place={shownAt} onClose={() => setOpen(null)} />
      )}
      <Count contested={contested} failed={failed} />
    </section>
  );

  function nameOf(tag: string) {
    return store.reading.tags.find(({ slug }) => slug === tag)?.name ?? tag;
  }

  function colourOf(tag: string | undefined) {
    return `var(--hl-${store.reading.tags.find(({ slug }) => slug === tag)?.slot ?? 0}-edge)`;
  }
}

/** Fetched when the strip comes, and again a while after something changed. Milliseconds. */
const QUIET = 1500;

function useContested() {
  const store = useReaderStore();
  const article = useReader((state) => state.article);
  const annotations = useReader((state) => state.annotations);
  const [contested, setContested] = useState<Contested | null>(null);
  const [failed, setFailed] = useState(false);
  const isFirst = contested === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes an annotation may change what is contested
  useEffect(() => {
    if (!article) return;
    let isLeft = false;
    const load = () =>
      loadContested(store.reading, article).then(
        (found) => {
          if (isLeft) return;
          setContested(found);
          setFailed(false);
          if (isFirst) announce(countWords(found));
        },
        () => !isLeft && setFailed(true),
      );
    const timer = setTimeout(load, isFirst ? 0 : QUIET);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [store, article, annotations]);
  return { contested, failed };
}

const countWords = ({ annotators, sentences }: Contested): string =>
  annotators < 2
    ? 'Nothing to compare: fewer than two people annotated this text.'
    : `${counted(sentences.length, 'contested sentence', 'contested sentences')} among ${annotators} people`;

function Count({ contested, failed }: { contested: Contested | null; failed: boolean }) {
  const store = useReaderStore();
  const { group, essay } = store.reading;
  return (
    <p className="contested-count">
      <span>
        {failed
          ? 'Contested sentences could not be loaded.'
          : contested
            ? countWords(contested)
            : 'Looking for contested sentences …'}
      </span>
      <a href={`/g/${group.slug}/${essay.slug}/agreement`}>Agreement</a>
      <button type="button" onClick={() => changeSettings(store, { contested: false })}>
        Hide
      </button>
    </p>
  );
}
