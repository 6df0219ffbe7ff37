'use client';

import { RotateCcw } from 'lucide-react';
import { useRef } from 'react';
import { Choices } from '@/components/ui/choices';
import { themeNames } from '@/components/ui/theme';
import type { SettingsChange } from '@/lib/core/api/account';
import { changeSettings } from './change-settings';
import { fontNames } from './font-names';
import { PanelDialog } from './panel-dialog';
import { useReader, useReaderStore } from './reader-store';
import { ShortcutsSwitch } from './shortcuts-switch';
import { useMeasure } from './use-measure';

const highlights = { all: 'All', mine: 'Mine', none: 'None' } as const;

/** How the text looks; every change shows at once and is kept. */
export default function SettingsDialog() {
  const store = useReaderStore();
  const settings = useReader((state) => state.settings);
  const measure = useMeasure(settings);
  const change = (part: SettingsChange) => changeSettings(store, part);
  return (
    <PanelDialog className="reader-settings" label="Reading settings">
      <Choices
        legend="Theme"
        options={themeNames}
        value={settings.theme ?? 'auto'}
        onChange={(theme) => change({ theme })}
      />
      <Choices
        legend="Font"
        options={fontNames}
        value={settings.font ?? 'serif'}
        onChange={(font) => change({ font })}
      />
      <Slider
        label="Size"
        unit=" px"
        scale={[14, 28, 1]}
        value={settings.fontSize ?? sizeNow()}
        isChosen={settings.fontSize !== undefined}
        onChange={(fontSize) => change({ fontSize })}
      />
      <Slider
        label="Line height"
        unit=""
        scale={[1.3, 2.2, 0.1]}
        value={settings.lineHeight ?? 1.6}
        isChosen={settings.lineHeight !== undefined}
        onChange={(lineHeight) => change({ lineHeight })}
      />
      <div className="reader-measure">
        <Slider
          label="Width"
          unit=" ch"
          scale={[40, 80, 1]}
          value={measure}
          isChosen={settings.measure !== undefined}
          onChange={(chosen) => change({ measure: chosen })}
        />
      </div>
      <Choices
        legend="Highlights"
        options={highlights}
        value={settings.highlights ?? 'all'}
        onChange={(shown) => change({ highlights: shown })}
      />
      <label className="reader-check">
        <input
          type="checkbox"
          checked={settings.contested ?? false}
          onChange={(event) => change({ contested: event.target.checked })}
        />
        Sentences that some marked, and others did not
      </label>
      <ShortcutsSwitch />
    </PanelDialog>
  );
}

/** What the page gives whoever chose nothing; it depends on the width of the window. CSS pixels. */
const sizeNow = () => {
  const text = document.querySelector('.reader-text');
  return text ? Math.round(Number.parseFloat(getComputedStyle(text).fontSize)) : 20;
};

interface SliderProps {
  label: string;
  unit: string;
  /** Smallest, largest and step. */
  scale: readonly [number, number, number];
  value: number;
  /** Rather than the default. */
  isChosen: boolean;
  /** Null: back to the default. */
  onChange: (value: number | null) => void;
}

function Slider({ label, unit, scale: [min, max, step], value, isChosen, onChange }: SliderProps) {
  const slider = useRef<HTMLInputElement>(null);
  const takeBack = () => {
    onChange(null);
    slider.current?.focus();
  };
  return (
    <div className="reader-slider">
      <label>
        <span>{label}</span>
        <input
          ref={slider}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
        <output>{`${value}${unit}`}</output>
      </label>
      {isChosen && (
        <button type="button" title="Default" aria-label={`${label}: back to the default`} onClick={takeBack}>
          <RotateCcw size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
