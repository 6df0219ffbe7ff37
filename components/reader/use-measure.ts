import { useLayoutEffect, useState } from 'react';
import type { Settings } from '@/lib/core/api/account';

/** How wide the lines are now, in the `ch` of the font they are set in: less than chosen where the window has no room. */
export function useMeasure(settings: Settings): number {
  const [measure, setMeasure] = useState(measureNow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: settings change what is measured
  useLayoutEffect(() => {
    const look = () => setMeasure(measureNow());
    look();
    const observer = new ResizeObserver(look);
    const text = document.querySelector('.reader-text');
    if (text) observer.observe(text);
    document.fonts.addEventListener('loadingdone', look);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', look);
    };
  }, [settings]);
  return measure;
}

/** Browsers tell no `ch` in pixels, so one is laid out in the text. */
function measureNow(): number {
  const text = document.querySelector('.reader-text');
  if (!text) return 0;
  const sample = document.createElement('div');
  sample.style.width = '100ch';
  text.append(sample);
  const ch = sample.getBoundingClientRect().width / 100;
  sample.remove();
  return Math.round(text.getBoundingClientRect().width / ch);
}
