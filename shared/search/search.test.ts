import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBest } from './best.ts'
import { encoded, folded, foldedWithPlaces } from './folded.ts'
import { addText, createHaystack, markTexts } from './haystack.ts'
import { likelyWords, slipsBetween } from './likely.ts'
import { marked, rankIn } from './marked.ts'
import { rank } from './rank.ts'
import { typedWords } from './typedWords.ts'
import { addWordText, createWordTexts, markWordTexts } from './wordTexts.ts'

const codes = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))

describe('folding', () => {
  test.each([
    ['DÖRTE', 'dorte'],
    ['Ｆátima', 'fatima'],
    ['Großer Łódź', 'grosser lodz'],
    ['Smørrebrød', 'smorrebrod'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['أحمد', 'احمد'],
    ['İstanbul', 'istanbul'],
  ])('%s is written %s', (text, plain) => expect(folded(text)).toBe(plain))

  test('letter by letter is the same, and every place lies in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        const { folded: whole, places } = foldedWithPlaces(text)
        expect(whole).toBe(folded(text))
        expect(places).toHaveLength(whole.length + 1)
        expect(places.every((place, at) => place >= (places[at - 1] ?? 0) && place <= text.length)).toBe(true)
      }),
    )
  })
})

function ranksOf(texts: readonly string[], word: string): readonly number[] {
  const haystack = createHaystack()
  for (const text of texts) addText(haystack, text)
  const marks = new Uint8Array(texts.length)
  markTexts(haystack, encoded(folded(word)), marks)
  return [...marks]
}

describe('looking through many texts at once', () => {
  test('a whole text is a better find than a word, a beginning, a word inside, a middle', () => {
    expect(ranksOf(['ana', 'joana', 'ana_q', 'q.ana', 'anabel', 'q.anabel', 'Ánä', 'x'], 'ana')).toEqual([
      rank.whole,
      rank.inside,
      rank.word,
      rank.word,
      rank.start,
      rank.wordStart,
      rank.whole,
      rank.none,
    ])
  })

  test('finds what looking at each text finds', () => {
    const unit = fc.constantFrom('a', 'b', 'é', ' ', '手', '\0')
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit, maxLength: 6 })),
        fc.string({ unit: fc.constantFrom('a', 'b', 'e', '手'), minLength: 1, maxLength: 3 }),
        (texts, word) => {
          const found = ranksOf(texts, word).map((one) => one > 0)
          expect(found).toEqual(texts.map((text) => folded(text).includes(word)))
        },
      ),
    )
  })
})

function wordRanks(texts: readonly (readonly string[])[], word: string): readonly number[] {
  const rows = createWordTexts()
  for (const parts of texts) addWordText(rows, parts)
  const marks = new Uint8Array(texts.length)
  markWordTexts(rows, folded(word), marks)
  return [...marks]
}

describe('texts as rows of words', () => {
  const texts = [['Jeanne D’Arcy'], ['Arc de Triomphe', 'ARC-1'], ['Marc'], ['D. Quarcoo'], ['Ad', 'arc']]

  test('a word stands first, among others, or inside one', () => {
    expect(wordRanks(texts, 'arc')).toEqual([rank.wordStart, rank.word, rank.inside, rank.inside, rank.whole])
  })

  test('what signs hold together stands together, within one part of the text', () => {
    expect(wordRanks(texts, 'd’arc').map((one) => one > 0)).toEqual([true, false, false, false, false])
    expect(wordRanks(texts, 'arc-1')).toEqual([0, rank.whole, 0, 0, 0])
    expect(wordRanks(texts, '—')).toEqual([0, 0, 0, 0, 0])
  })
})

describe('slips', () => {
  test.each([
    ['lavender', 'lavender', 0],
    ['lavnder', 'lavender', 1], // left out
    ['lavvender', 'lavender', 1], // put in
    ['lovender', 'lavender', 1], // mistaken
    ['lavedner', 'lavender', 1], // swapped
    ['lvaedner', 'lavender', 2],
    ['lavned', 'lavender', 1], // only the beginning is typed yet
    ['zebra', 'lavender', 3],
  ])('%s and %s are %i apart', (typed, word, slips) => {
    expect(slipsBetween(codes(typed), codes(word), 2)).toBe(slips)
  })

  test('short words have none but a swap, numbers none, longer words one, long ones two', () => {
    const rows = createWordTexts()
    addWordText(rows, ['Ana Marta Beispiel 310555 Примерова'])
    const near = (typed: string) => [...likelyWords(rows.vocabulary, folded(typed))].slice(1)
    expect(near('anb')).toEqual([0, 0, 0, 0, 0])
    expect(near('aan')).toEqual([rank.likelier, 0, 0, 0, 0])
    expect(near('amr')).toEqual([0, rank.likelier, 0, 0, 0]) // only the beginning is typed yet
    expect(near('maa')).toEqual([0, 0, 0, 0, 0])
    expect(near('na')).toEqual([0, 0, 0, 0, 0])
    expect(near('mrata')).toEqual([0, rank.likelier, 0, 0, 0])
    expect(near('biespeil')).toEqual([0, 0, rank.likely, 0, 0])
    expect(near('310556')).toEqual([0, 0, 0, 0, 0])
    expect(near('Примреова')).toEqual([0, 0, 0, 0, rank.likelier])
  })

  test('a slip anywhere in a long enough word is forgiven', () => {
    const letter = fc.constantFrom('a', 'b', 'e', 'k', 'l', 'o', 's', 't')
    fc.assert(
      fc.property(
        fc.string({ unit: letter, minLength: 5, maxLength: 12 }),
        fc.nat(),
        letter,
        fc.constantFrom('out', 'in', 'other', 'swap'),
        (word, place, other, slip) => {
          const at = place % word.length
          const rest = slip === 'swap' ? word.charAt(at + 1) + word.charAt(at) : other
          const [before, after] = [word.slice(0, at), word.slice(at + (slip === 'swap' ? 2 : 1))]
          const typed =
            slip === 'out'
              ? before + after
              : slip === 'in'
                ? before + other + word.slice(at)
                : before + rest + after
          expect(slipsBetween(codes(typed), codes(word), 2)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('what is shown of a find', () => {
  const shown = (text: string, typed: string) =>
    marked(text, typedWords(typed)).marks.map(([from, to]) => text.slice(from, to))

  test.each([
    ['Dörte Beispiel', 'dor bei', ['Dör', 'Bei']],
    ['Joana Ana', 'ana', ['Ana']], // the better find, not the first
    ['#1018', '1018', ['1018']],
    ['1018', '#1018', ['1018']],
    ['Großer Becher', 'gross', ['Groß']],
    ['Jeanne D’Arcy', 'd’arc', ['D’Arc']],
    ['Lavender soap', 'lavnder', ['Lavender']],
    ['美咲 架空', '架', ['架']],
    ['Tide Mug', 'zebra', []],
  ])('%s, typed %s', (text, typed, marks) => expect(shown(text, typed)).toEqual(marks))

  test('lists too short for an index are ranked alike', () => {
    expect(
      ['home', 'go home', 'homes', 'chrome homes', 'the ohms'].map((text) => rankIn(text, 'home')),
    ).toEqual([rank.whole, rank.word, rank.start, rank.wordStart, rank.none])
    expect(rankIn('settings', 'settigns')).toBe(rank.likely)
  })
})

test('the best are kept, of equals the first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 5 }), (scores, most) => {
      const best = createBest(most)
      scores.forEach((score, id) => best.offer(id, score))
      const sorted = scores
        .map((score, id) => ({ id, score }))
        .toSorted((a, b) => b.score - a.score || a.id - b.id)
      expect(best.list()).toEqual(sorted.slice(0, most))
    }),
  )
})
