import { expect, test } from 'vitest'
import { paperLanguages } from './document.ts'
import { documentTaxes, noticesOf } from './documentTaxes.ts'
import { paperWords } from './paperWords.ts'
import { treatmentOf } from './treatments.ts'

const taxes = (id: string, language: (typeof paperLanguages)[number]) => {
  const treatment = treatmentOf(id)
  return treatment && documentTaxes(treatment, language)
}

test('there are words for every language a document can have', () => {
  expect(Object.keys(paperWords)).toEqual([...paperLanguages])
})

test.each([
  ['DE-standard', 'de', [['MwSt.', '19']]],
  ['DE-standard', 'en', [['VAT', '19']]],
  ['AT-standard', 'de', [['USt.', '20']]],
  ['FR-standard', 'fr', [['TVA', '20']]],
  [
    'ES-withheld-15',
    'es',
    [
      ['IVA', '21'],
      ['Retención IRPF', '15'],
    ],
  ],
  [
    'CA-QC',
    'fr',
    [
      ['TPS', '5'],
      ['TVQ', '9.975'],
    ],
  ],
  [
    'CA-QC',
    'en',
    [
      ['GST', '5'],
      ['QST', '9.975'],
    ],
  ],
  ['DE-small', 'de', [['', '0']]],
  ['US-none', 'en', []],
] as const)('%s in %s has the taxes %j', (id, language, named) => {
  expect(taxes(id, language)?.map(({ name, rate }) => [name, rate])).toEqual(named)
})

test('why no tax is charged goes with the tax, in the language of the document', () => {
  expect(taxes('FR-small', 'fr')?.map(({ exemption }) => exemption)).toEqual([
    { code: 'VATEX-FR-FRANCHISE', text: 'TVA non applicable, art.\u00a0293\u00a0B du CGI' },
  ])
  expect(taxes('DE-small', 'en')?.[0]?.exemption).toEqual({
    code: '',
    text: 'No VAT charged: exempt as a small business under §\u00a019 UStG (Germany).',
  })
  expect(taxes('DE-standard', 'de')?.[0]?.exemption).toBeNull()
  expect(taxes('BR-withheld-iss', 'pt-BR')?.[0]?.exemption?.text).toBe(
    'ISS retido na fonte pelo tomador do serviço.',
  )
})

test('French invoices to firms say what late and early payment mean, others nothing', () => {
  const early = { buyer: 'firm', hasEarlyPayment: true } as const
  const plain = { buyer: 'firm', hasEarlyPayment: false } as const
  expect(noticesOf('FR', plain)).toEqual(['latePaymentFrance', 'noDiscountFrance'])
  expect(noticesOf('FR', early)).toEqual(['latePaymentFrance'])
  expect(noticesOf('FR', { ...plain, buyer: 'person' })).toEqual([])
  expect(noticesOf('DE', plain)).toEqual([])
  for (const language of paperLanguages)
    expect(paperWords[language].legal.latePaymentFrance).toMatch(/40\u00a0€.*L\.\u00a0441-10/)
})
