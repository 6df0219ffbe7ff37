// @vitest-environment jsdom
import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusDocument } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { html } from './html';

const bet = corpusRecords.find((record) => record.kind === 'document') as CorpusDocument & { text: string };
const annotations = corpusRecords.filter(
  (record): record is CorpusAnnotation => record.kind === 'annotation',
);
const source = writtenFiles(html).get('night-school.html') ?? '';
let page: Document;
beforeAll(() => {
  page = new DOMParser().parseFromString(source, 'text/html');
});
const all = (selector: string) => [...page.querySelectorAll(selector)];

describe('html', () => {
  test('shows the words of the text, and nothing of one that may not be passed on', () => {
    for (const ref of all('.ref')) ref.remove();
    for (const br of all('br')) br.replaceWith('\n');
    const blocks = all('article .text [data-start]').map(({ textContent }) => textContent);
    expect(blocks.join('\n\n')).toBe(bet.text);
    expect(all('article')).toHaveLength(1);
    expect(page.body.textContent).not.toContain('thanks 🫙 all');
    page = new DOMParser().parseFromString(source, 'text/html');
  });

  test('leads from each passage to its thread and back, numbered alike', () => {
    for (const { id, quote } of annotations.slice(0, -1)) {
      const note = page.getElementById(`a-${id}`);
      const ref = page.querySelector(`.ref[href="#a-${id}"]`);
      expect(note?.querySelector('.quote a')?.textContent).toBe(quote);
      expect(note?.querySelector('.quote a')?.getAttribute('href')).toBe(`#${ref?.id}`);
      expect(note?.querySelector('h3')?.textContent).toMatch(
        new RegExp(`^${ref?.querySelector('sup')?.textContent} `),
      );
    }
    const numbers = all('.ref sup').map(({ textContent }) => Number(textContent));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  test('marks a passage in the colour of its tag, deeper where two overlap', () => {
    const marks = new DOMParser().parseFromString(source, 'text/html');
    for (const ref of marks.querySelectorAll('.ref')) ref.remove();
    expect(
      [...marks.querySelectorAll('.text mark')].map(({ className, textContent }) => [className, textContent]),
    ).toMatchInlineSnapshot(`
      [
        [
          "hl k1 d1",
          "If we scale models 🚀 without oversight, ",
        ],
        [
          "hl k1 d2",
          "we will lose control",
        ],
        [
          "hl k1 d1",
          ".",
        ],
        [
          "hl k2 d1",
          "The main crux is ",
        ],
        [
          "hl k2 d2",
          "whether interpretability keeps pace",
        ],
        [
          "hl k2 d1",
          ".",
        ],
        [
          "hl k2 d1",
          "Even so",
        ],
        [
          "hl k3 d1",
          "audits fail when “incentives” diverge",
        ],
        [
          "hl k2 d1",
          "وهذا 🧭 هو السؤال",
        ],
        [
          "hl k0 d1",
          "当激励分歧时，审计就会失败",
        ],
        [
          "hl k0 d1",
          "<b>&amp; "so on"",
        ],
      ]
    `);
  });

  test('says in a note what was decided about it', () => {
    const [a1, , , , a4] = annotations;
    const factsOf = (one: CorpusAnnotation | undefined) =>
      page.querySelector(`#a-${one?.id} .facts`)?.textContent;
    expect(factsOf(a1)).toMatch(
      /Decided by .* on 2026-01-02: accepted Claim, Crux “we will lose control”. =The clause, <b>not<\/b> the sentence.$/,
    );
    expect(factsOf(a4)).toMatch(/Decided on 2026-01-02: rejected$/);
  });

  test('nests a thread, with the place of what is gone', () => {
    expect(all('.thread')[0]?.textContent).toMatchInlineSnapshot(`
      "
      reader-k7f3qa2m, 2026-01-02
      Mine too – see Olah 2023.

      Ada "A." Löw, 2026-01-02
      =SUM(A1) is not a formula here



      A reply that is not here, 2026-01-02

      reader-k7f3qa2m, 2026-01-02
      -1, "quoted"; ＝and more



      "
    `);
  });

  test('shows cards with relations and positions', () => {
    expect(page.getElementById('card-2')?.textContent).toMatchInlineSnapshot(`
      "2. Interpretability keeps pace with capability [2]: "yes"
      crux · open · by 2030-01-01
      See below.
      True if: A probe finds 90 %.
      attacks card 1: Scaling without oversight loses control (It would be seen.)
      Ada "A." Löw: 80 %, Progress.reader-k7f3qa2m: 20 %"
    `);
  });

  test('asks for nothing from elsewhere and runs nothing', () => {
    expect(all('script, link, img, iframe, object, embed, form, base, svg, video, audio')).toEqual([]);
    expect(all('*').flatMap(({ attributes }) => [...attributes].map(({ name }) => name))).not.toContainEqual(
      expect.stringMatching(/^(on|src|style$|background$|ping$)/),
    );
    expect(page.querySelector('style')?.textContent).not.toMatch(/url|@import/);
    for (const link of all('a:not([href^="#"])')) expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
  });

  test('has each id once, and leads to ids that are there', () => {
    const ids = all('[id]').map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const link of all('a[href^="#"]')) expect(ids).toContain(link.getAttribute('href')?.slice(1));
  });
});

test('a passage that begins between paragraphs has its link at the next one', () => {
  const [annotation] = annotations as [CorpusAnnotation];
  const records = [
    { ...bet, text: 'One.\n\nTwo.' },
    { ...annotation, start: 5, end: 9 },
  ];
  expect(writtenFiles(html, records).get('night-school.html')).toMatch(
    /<p id="t1-b-1"[^>]*><mark class="hl k1 d1" data-s="6"><a class="ref[^>]*>◆<sup>1<\/sup><\/a>Two</,
  );
});

test('a passage on nothing that is drawn still has the link that its note leads back to', () => {
  const [annotation] = annotations as [CorpusAnnotation];
  const records = [
    { ...bet, text: 'One.\n' },
    { ...annotation, start: 4, end: 5 },
  ];
  expect(writtenFiles(html, records).get('night-school.html')).toContain(
    `<p><a class="ref k1" id="r-${annotation.id}"`,
  );
});
