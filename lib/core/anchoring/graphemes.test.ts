import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snap, unitAt, wordsIn } from './graphemes';
import { mark } from './mark';

const snapped = (marked: string) => {
  const { text, range } = mark(marked);
  const result = snap(text, range);
  return (
    result &&
    `${text.slice(0, result.start)}[${text.slice(result.start, result.end)}]${text.slice(result.end)}`
  );
};

describe('snap', () => {
  test.each([
    ['whole words stay', 'The [cat] sat.', 'The [cat] sat.'],
    ['white space at the ends goes', 'The[ cat ]sat.', 'The [cat] sat.'],
    ['white space inside stays', '[The  cat]', '[The  cat]'],
    ['block breaks at the ends go', 'One.[\n\nTwo.\n\n]Three.', 'One.\n\n[Two.]\n\nThree.'],
    ['a no-break space at the end goes', '[The cat\u00a0]sat', '[The cat]\u00a0sat'],
    ['only white space is nothing', 'The[ \n\n ]cat', null],
    ['empty is nothing', 'The []cat', null],
    ['half a surrogate pair', 'a\ud83d[\udc08]b', 'a[🐈]b'],
    ['half a family', 'a👩[\u200d👩]\u200d👧b', 'a[👩\u200d👩\u200d👧]b'],
    ['a skin tone', '👍[🏽]', '[👍🏽]'],
    ['half a flag', '🇳🇴🇸[🇪]', '🇳🇴[🇸🇪]'],
    ['a lone accent', 'caf\u0065[\u0301] noir', 'caf[\u0065\u0301] noir'],
    ['a Hindi conjunct vowel', 'न[म]\u0938\u094d\u0924\u0947', 'न[म]\u0938\u094d\u0924\u0947'],
    ['a vowel sign is not parted', 'क[\u093f]', '[क\u093f]'],
    ['Hangul jamo', '\u1112[\u1161]\u11ab', '[\u1112\u1161\u11ab]'],
    ['Hebrew points', 'ש[\u05c1]לום', '[ש\u05c1]לום'],
    ['zero-width joiners are not white space', 'a [\u200db] c', 'a[ \u200db] c'],
  ])('%s', (_name, marked, result) => {
    expect(snapped(marked)).toBe(result);
  });

  const naughty = fc.constantFrom(
    'The cat sat. \u0301 x',
    'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤',
    '👾 🙇 💁 🙅 🙆 🙋 🙎 🙍 👨‍👩‍👧‍👦 🏳️‍🌈 1️⃣',
    '🇺🇸🇷🇺🇸 🇦🇫🇦🇲🇸',
    'הָיְתָהtestالصفحات التّحول',
    '社會科學院語學研究所\n\n부락을 각시',
    'ثم نفس سقطت وبالتحديد،, جزيرتي باستخدام',
  );

  test('ends on grapheme edges, keeps every visible character, and is stable', () => {
    fc.assert(
      fc.property(
        fc.oneof(naughty, fc.string({ unit: 'grapheme', maxLength: 30 })),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const result = snap(text, { start, end });
          if (!result) {
            expect(text.slice(start, end).trim()).toBe('');
            return;
          }
          const edges = [...new Intl.Segmenter().segment(text)].map((unit) => unit.index).concat(text.length);
          expect(edges).toContain(result.start);
          expect(edges).toContain(result.end);
          expect(text.slice(result.start, result.end)).toContain(text.slice(start, end).trim());
          expect(snap(text, result)).toEqual(result);
        },
      ),
    );
  });
});

describe('the unit around an offset', () => {
  const unit = (granularity: 'word' | 'sentence', locale: string, marked: string) => {
    const { text, range } = mark(marked);
    const found = unitAt(text, range.start, { granularity, locale });
    return found && text.slice(found.start, found.end);
  };
  test.each([
    ['sentence', 'en', 'One is. Two [i]s too. Three.', 'Two is too.'],
    ['sentence', 'en', '[O]ne is. Two.', 'One is.'],
    ['sentence', 'en', 'One is. Two[]', 'Two'],
    ['sentence', 'en', 'End.\n\nNe[x]t one. More.', 'Next one.'],
    ['sentence', 'en', 'No full stop[]\n\nNext.', 'No full stop'],
    ['sentence', 'ja', '吾輩は猫である。名前は[ま]だ無い。', '名前はまだ無い。'],
    ['sentence', 'ar', 'هل هذا صحيح؟ نع[م] هو.', 'نعم هو.'],
    ['sentence', 'en', 'One.\n[]\nTwo.', null],
    ['word', 'en', "The cat's [m]at", 'mat'],
    ['word', 'en', "The c[a]t's mat", "cat's"],
    ['word', 'en', 'The[ ]cat', null],
    ['word', 'th', 'ภา[ษ]าไทย', 'ภาษา'],
    ['word', 'en', '', null],
  ] as const)('%s in %s: %s', (granularity, locale, marked, result) => {
    expect(unit(granularity, locale, marked || '[]')).toBe(result);
  });
});

test.each([
  ['It’s “well known”, is it?\n\nYes!', 'en', ['It’s', 'well', 'known', 'is', 'it', 'Yes']],
  ['我们在早上打开蜂箱，很安静。', 'zh', ['我们', '在', '早上', '打开', '蜂箱', '很', '安静']],
  [' — … 😀\n', 'en', []],
])('the words of %j', (text, locale, words) => {
  expect(wordsIn(text, locale).map(({ start, end }) => text.slice(start, end))).toEqual(words);
});
