// @vitest-environment jsdom
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import type { AdjudicationCase, EssayAdjudication } from '@/lib/core/api/adjudication';
import { CaseDesk } from './case-desk';

const reading = { start: 0, end: 4, tags: [], marks: [] };
const one = {
  id: 'a',
  status: 'open',
  start: 0,
  end: 4,
  candidates: [reading],
  silent: [],
  silentReaders: 0,
};
const adjudication = {
  essay: { slug: 'bees', title: 'Bees', version: 1, language: 'en' },
  people: [],
  blocks: [{ start: 0, text: 'They hum.' }],
  cases: [one],
} as unknown as EssayAdjudication;

test.each(['Escape', 'Enter'])(
  '%s leads from the reason back to the passage, whose keys go on',
  async (key) => {
    const decide = vi.fn();
    await show(
      <CaseDesk
        place={{ group: 'club', essay: 'bees', round: null }}
        adjudication={adjudication}
        one={one as unknown as AdjudicationCase}
        tags={[]}
        nameOf={String}
        decides={{
          isPending: false,
          hasShortcuts: true,
          reason: 'Too broad.',
          onReason: () => {},
          onDecide: decide,
          onMissing: () => {},
          onTakeBack: () => {},
        }}
        takesFocus={false}
      />,
    );
    const press = (pressed: string) =>
      act(async () => {
        const event = new KeyboardEvent('keydown', { key: pressed, bubbles: true });
        document.activeElement?.dispatchEvent(event);
      });
    await press('r');
    expect(document.activeElement?.tagName).toBe('INPUT');
    await press(key);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Passage to decide on');
    await press('x');
    expect(decide).toHaveBeenCalledExactlyOnceWith({ verdict: 'reject', marks: [], reason: 'Too broad.' });
  },
);
