'use client';

import { Choices } from '@/components/ui/choices';
import { themeNames } from '@/components/ui/theme';
import type { Settings } from '@/lib/core/api/account';
import { changeSettings } from './change-settings';
import { fontNames } from './font-names';
import { PanelDialog } from './panel-dialog';
import { useReader, useReaderStore } from './reader-store';
import { ShortcutsSwitch } from './shortcuts-switch';

const highlights = { all: 'All', mine: 'Mine', none: 'None' } as const;

/** How the text looks; every change shows at once and is kept. */
export default function SettingsDialog() {
  const store = useReaderStore();
  const settings = useReader((state) => state.settings);
  const change = (part: Settings) => changeSettings(store, part);
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
        min={14}
        max={28}
        step={1}
        value={settings.fontSize ?? sizeNow()}
        onChange={(fontSize) => change({ fontSize })}
      />
      <Slider
        label="Line height"
        unit=""
        min={1.3}
        max={2.2}
        step={0.1}
        value={settings.lineHeight ?? 1.6}
        onChange={(lineHeight) => change({ lineHeight })}
      />
      <div className="reader-measure">
        <Slider
          label="Width"
          unit=" ch"
          min={45}
          max={80}
          step={1}
          value={settings.measure ?? 66}
          onChange={(measure) => change({ measure })}
        />
      </div>
      <Choices
        legend="Highlights"
        options={highlights}
        value={settings.highlights ?? 'all'}
        onChange={(shown) => change({ highlights: shown })}
      />
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
  min: number;
  max: number;
  step: number;
  value: number;
  onChange: (value: number) => void;
}

function Slider({ label, unit, value, onChange, ...limits }: SliderProps) {
  return (
    <label className="reader-slider">
      <span>{label}</span>
      <input
        type="range"
        {...limits}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output>{`${value}${unit}`}</output>
    </label>
  );
}
