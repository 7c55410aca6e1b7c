import labels from '#resources/swissPaymentPart.json'
import type { Result } from '#shared/result.ts'
import { err, ok } from '#shared/result.ts'
import { checkPaymentMethod } from './checkMethod.ts'
import { codePath } from './codeDrawing.ts'
import type { PaymentDemand } from './demand.ts'
import { rectangle, rounded } from './drawing.ts'
import type { Drawing, Shape } from './drawing.ts'
import type { SwissQrMethod } from './method.ts'
import type { PaymentProblem } from './problem.ts'
import { swissBill, swissQrText } from './swissBill.ts'
import type { SwissBill } from './swissBill.ts'
import { paymentBlocks, receiptBlocks } from './swissBlocks.ts'
import type { Labels } from './swissBlocks.ts'
import { cornerMarks, point, setBlocks, written } from './swissType.ts'

/** Millimetres above the perforated part, for the words that stand over it. */
const strip = 5
const [part, receipt] = [105, 62] as const

/** The words of the standard in the language of a document (BCP 47): it has German, French, Italian and English. */
const labelsOf = (language: string): Labels => {
  const [short = ''] = language.toLowerCase().split('-')
  return short === 'de' || short === 'fr' || short === 'it' ? labels[short] : labels.en
}

/**
 * Receipt and payment part in millimetres, 210 × 110: the lowest 105 are theirs (Style Guide QR-bill), the strip above
 * holds the words about where to separate them. It belongs at the lower edge of a sheet of A4, over its whole width, and is printed at 100 %.
 */
export function swissPart(
  method: SwissQrMethod,
  demand: PaymentDemand,
  language: string,
): Result<Drawing, PaymentProblem> {
  const [problem] = checkPaymentMethod(method)
  if (problem) return err(problem)
  const bill = swissBill(method, demand)
  if (!bill.ok) return bill
  const words = labelsOf(language)
  const shapes = [
    ...separation(words),
    ...receiptShapes(bill.value, words),
    ...paymentShapes(bill.value, words),
    ...codeShapes(swissQrText(bill.value)),
  ]
  return ok({ width: 210, height: strip + part, shapes })
}

const separation = ({ separate }: Labels): readonly Shape[] => [
  written(separate, { x: 105, y: strip - 1.6, points: 7, anchor: 'middle' }),
  {
    kind: 'line',
    path: `M0 ${strip}H210M${receipt} ${strip}V${strip + part}`,
    thickness: rounded(0.5 * point),
  },
]

function receiptShapes(bill: SwissBill, words: Labels): readonly Shape[] {
  const amountAt = bill.amount === '' ? 17 : 20
  return [
    written(words.receipt, { x: 5, y: strip + 9, points: 11, bold: true }),
    ...setBlocks(receiptBlocks(bill, words), { x: 5, y: strip + 12, width: 52, height: 56 }, [
      { heading: 6, value: 8, leading: 9 },
      { heading: 6, value: 8, leading: 9, short: true },
      { heading: 6, value: 7, leading: 8, short: true },
      { heading: 6, value: 6, leading: 7, short: true },
    ]),
    ...amountShapes(bill, words, { x: 5, y: strip + 68, amountAt, heading: 6, value: 8, leading: 9 }),
    ...(bill.amount === '' ? [cornerMarks(27, strip + 68, 30, 10)] : []),
    written(words.acceptance, { x: 57, y: strip + 84, points: 6, bold: true, anchor: 'end' }),
  ]
}

function paymentShapes(bill: SwissBill, words: Labels): readonly Shape[] {
  const amountAt = bill.amount === '' ? 81 : 86
  return [
    written(words.paymentPart, { x: 67, y: strip + 9, points: 11, bold: true }),
    ...setBlocks(paymentBlocks(bill, words), { x: 118, y: strip + 5, width: 87, height: 85 }, [
      { heading: 8, value: 10, leading: 11 },
      { heading: 7, value: 9, leading: 10 },
      { heading: 6, value: 8, leading: 9 },
      { heading: 6, value: 7, leading: 8 },
      { heading: 6, value: 6, leading: 7 },
    ]),
    ...amountShapes(bill, words, { x: 67, y: strip + 68, amountAt, heading: 8, value: 10, leading: 11 }),
    ...(bill.amount === '' ? [cornerMarks(78, strip + 72, 40, 15)] : []),
  ]
}

function amountShapes(
  { currency, amount }: SwissBill,
  words: Labels,
  at: { x: number; y: number; amountAt: number; heading: number; value: number; leading: number },
): readonly Shape[] {
  const head = rounded(at.y + at.heading * point)
  const below = rounded(head + at.leading * point)
  const heading = { y: head, points: at.heading, bold: true }
  return [
    written(words.currency, { ...heading, x: at.x }),
    written(words.amount, { ...heading, x: at.amountAt }),
    written(currency, { x: at.x, y: below, points: at.value }),
    ...(amount === '' ? [] : [written(spaced(amount), { x: at.amountAt, y: below, points: at.value })]),
  ]
}

/** `1 949.75`: a space for each thousand. */
const spaced = (amount: string): string => amount.replace(/\B(?=(?:\d{3})+\.)/g, ' ')

/** 46 mm of code with the Swiss cross of 7 mm in its middle. */
function codeShapes(text: string): readonly Shape[] {
  const [left, top, side] = [67, strip + 17, 46] as const
  const path = codePath(text, (modules) => ({ x: left, y: top, size: side / modules }))
  const centred = (width: number, height: number, fill: 'black' | 'white'): Shape => ({
    kind: 'area',
    path: rectangle(left + (side - width) / 2, top + (side - height) / 2, width, height),
    fill,
  })
  return [
    { kind: 'area', path, fill: 'black' },
    centred(7, 7, 'white'),
    centred(6, 6, 'black'),
    centred(1.17, 3.89, 'white'),
    centred(3.89, 1.17, 'white'),
  ]
}
