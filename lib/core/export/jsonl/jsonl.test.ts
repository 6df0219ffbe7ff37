import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { jsonl } from './jsonl';
import { emptySha256, JsonlLine } from './jsonl-line';

const files = writtenFiles(jsonl);
const text = files.get('night-school.jsonl') ?? '';
const lines = text
  .split('\n')
  .slice(0, -1)
  .map((line) => JsonlLine.parse(JSON.parse(line)));
const [group, bet, closed] = lines;

describe('JSON Lines', () => {
  test('are one file, a line for the group and one for each text, that follow the schema', () => {
    expect([...files.keys()]).toEqual(['night-school.jsonl']);
    expect(lines.map(({ kind, title }) => [kind, title])).toEqual([
      ['group', 'Night School'],
      ['document', 'The Alignment Bet'],
      ['document', '=The Jar'],
    ]);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('hold offsets in both units, and the words at them', () => {
    const points = [...(bet?.text ?? '')];
    for (const span of bet?.spans ?? []) {
      expect(points.slice(span.start, span.end).join('')).toBe(span.quote);
      expect(bet?.text.slice(span.start_utf16, span.end_utf16)).toBe(span.quote);
    }
    expect(bet?.spans.filter(({ start, start_utf16 }) => start !== start_utf16)).toHaveLength(7);
  });

  test('name the hash of every text, of the empty one too', () => {
    for (const line of lines)
      expect(createHash('sha256').update(line.text).digest('hex')).toBe(line.text_sha256);
    expect(group?.text_sha256).toBe(emptySha256);
  });

  test('keep whole threads with what they answer, also where words are missing', () => {
    expect(bet?.replies.map(({ parent, body }) => [parent.slice(-4), body?.slice(0, 4) ?? null])).toEqual([
      [Buffer.from('a2').toString('hex'), 'Mine'],
      [Buffer.from('r1').toString('hex'), '=SUM'],
      [Buffer.from('a2').toString('hex'), null],
      [Buffer.from('r3').toString('hex'), '-1, '],
    ]);
  });

  test('say apart what stands in a text that may not be passed on', () => {
    expect(closed).toMatchObject({ text: '', spans: [], replies: [], checks: [] });
    expect(closed?.kind === 'document' && closed.withheld).toMatchObject({
      spans: [{ quote: 'thanks 🫙 all', label: 'claim' }],
      replies: [{ body: 'Quite.' }],
      checks: [{ tag: 'crux' }],
    });
    expect(text).not.toContain('Nobody may copy');
  });

  test('say what was decided, about which spans, and nothing where nothing was', () => {
    const decisions = bet?.kind === 'document' ? bet.adjudications : [];
    expect(decisions).toMatchObject([
      {
        verdict: 'accept',
        decides: [bet?.spans[0]?.id, bet?.spans[1]?.id],
        spans: [{ quote: 'we will lose control', label: 'claim', tags: ['claim', 'crux'] }],
      },
      { verdict: 'reject', reason: '', user: null, spans: [] },
    ]);
    expect(closed).not.toHaveProperty('adjudications');
  });

  test('name everybody of a line once, on the same line', () => {
    for (const line of lines) {
      const named = new Set(line.people.map(({ id }) => id));
      const used = [...JSON.stringify(line).matchAll(/"(?:user|annotator)":"([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(used)).toEqual(named);
      expect(line.people).toHaveLength(named.size);
    }
  });

  test('have cards with their relations, undercuts, positions and beliefs in the first line', () => {
    expect(group?.cards.map(({ title }) => title.slice(0, 7))).toEqual(['Scaling', 'Interpr', 'Audits ']);
    expect(group?.relations.map(({ type }) => type)).toEqual(['attacks', 'crux-for', 'supports']);
    expect(group).toMatchObject({
      undercuts: [{ relation: group?.relations[0]?.id }],
      beliefs: [{ if_false: 90 }],
    });
    expect(group?.positions.map(({ credence }) => credence)).toEqual([80, 20, null]);
  });

  test('are the same for the same corpus, and hold the group when there is nothing else', () => {
    expect(writtenFiles(jsonl)).toEqual(files);
    const empty = writtenFiles(jsonl, []).get('night-school.jsonl') ?? '';
    expect(JsonlLine.parse(JSON.parse(empty))).toMatchObject({ kind: 'group', cards: [] });
  });

  test('leave out no annotation, whatever its length', () => {
    const long = corpusRecords.map((one) =>
      one.kind === 'annotation' ? { ...one, comment: 'x'.repeat(20_000) } : one,
    );
    expect(writtenFiles(jsonl, long).get('night-school.jsonl')?.split('x'.repeat(20_000))).toHaveLength(10);
  });
});

test('the published JSON Schema is the one that lines are checked by', () => {
  const published = JSON.parse(readFileSync('docs/cruxbook-corpus-1.schema.json', 'utf8'));
  expect(published).toEqual(z.toJSONSchema(JsonlLine, { target: 'draft-2020-12' }));
});
