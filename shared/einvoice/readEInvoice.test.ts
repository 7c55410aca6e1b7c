import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readEInvoice } from './readEInvoice.ts'
import type { Said } from './readEInvoice.ts'
import { recompute } from './recompute.ts'

const folder = 'tests/fixtures/einvoice'
const textOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
const examples = readdirSync(folder).filter((name) => name.endsWith('.xml'))
function invoiceOf(text: string): Said {
  const read = readEInvoice(text)
  if (!read.ok) throw new Error(read.error.code)
  return read.value.invoice
}
const group = (said: Said, ...path: readonly string[]): Said => {
  const [first, ...rest] = path
  if (first === undefined) return said
  const found = said.groups.find(({ id }) => id === first)
  if (!found) throw new Error(`no ${first}`)
  return group(found, ...rest)
}
const term = (said: Said, id: string) => said.terms.get(id)

test('there are examples in both syntaxes', () => {
  expect(examples.filter((name) => name.startsWith('CII')).length).toBe(7)
  expect(examples.length).toBe(18)
})

test.each(examples)('the totals of the official example %s follow from its lines', (name) => {
  const computed = recompute(invoiceOf(textOf(name)))
  if (!computed.ok) throw new Error(computed.error.code)
  expect(computed.value.differences).toEqual([])
})

test.each([
  [
    'ubl-tc434-example2.xml',
    '<cbc:TaxInclusiveAmount currencyID="NOK">1801.78<',
    '1801.79',
    'BT-112',
    '1801.78',
  ],
  ['ubl-tc434-example2.xml', '<cbc:TaxAmount currencyID="NOK">365.13<', '365.12', 'BT-117', '365.13'],
  ['CII_example5.xml', '<ram:AllowanceTotalAmount>150<', '160', 'BT-107', '150.00'],
  ['CII_example5.xml', '<ram:DuePayableAmount>2337.5<', '2337.51', 'BT-115', '2337.50'],
])('one digit changed in %s is found', (name, before, stated, id, computed) => {
  const text = textOf(name)
  const after = before.replace(/[\d.]+<$/, `${stated}<`)
  expect(text.split(before).length).toBe(2)
  const found = recompute(invoiceOf(text.replace(before, after)))
  expect(found.ok && found.value.differences).toEqual([{ term: id, stated, computed }])
})

test('a line whose net is not its quantity times its price is named', () => {
  // the goods that came back in this example have a quantity above 0 and a net below
  const found = recompute(invoiceOf(textOf('ubl-tc434-example1.xml')))
  expect(found.ok && found.value.lines).toEqual([{ line: 19, stated: '-109.98', computed: '109.98' }])
})

test('a UBL invoice is read into the terms of the standard', () => {
  const invoice = invoiceOf(textOf('ubl-tc434-example2.xml'))
  expect(term(invoice, 'BT-1')).toBe('TOSL108')
  expect(term(invoice, 'BT-5')).toBe('NOK')
  expect(term(group(invoice, 'BG-20'), 'BT-92')).toBe('100.00')
  expect(term(group(invoice, 'BG-21'), 'BT-104')).toBe('Freight')
  const line = group(invoice, 'BG-25')
  expect([term(line, 'BT-153'), term(line, 'BT-129'), term(line, 'BT-130'), term(line, 'BT-131')]).toEqual([
    'Laptop computer',
    '2',
    'EA',
    '1273.00',
  ])
  expect(line.groups.filter(({ id }) => id === 'BG-27').map((one) => term(one, 'BT-136'))).toEqual(['12.00'])
  expect(invoice.groups.filter(({ id }) => id === 'BG-25').length).toBe(5)
  expect(invoice.groups.filter(({ id }) => id === 'BG-23').length).toBe(3)
})

test('a CII invoice with everything in it is read into the same terms', () => {
  const invoice = invoiceOf(textOf('CII_example5.xml'))
  expect([...invoice.terms]).toEqual(
    expect.arrayContaining([
      ['BT-1', 'TOSL110'],
      ['BT-2', '2013-04-10'],
      ['BT-3', '380'],
      ['BT-5', 'DKK'],
      ['BT-6', 'EUR'],
      ['BT-7', '2013-04-10'],
      ['BT-9', '2013-05-10'],
      ['BT-10', 'qwerty'],
      ['BT-11', 'Project345'],
      ['BT-12', '2013-05'],
      ['BT-13', 'PO4711'],
      ['BT-14', '123'],
      ['BT-15', '3544'],
      ['BT-16', '5433'],
      ['BT-19', '67543'],
      ['BT-20', '50% prepaid, 50% within one month'],
    ]),
  )
  const seller = group(invoice, 'BG-4')
  expect([
    term(seller, 'BT-27'),
    term(seller, 'BT-28'),
    term(seller, 'BT-31'),
    term(seller, 'BT-34'),
  ]).toEqual(['SellerCompany', 'SelCo', 'NL16356706', 'info@selco.nl'])
  expect(term(group(seller, 'BG-5'), 'BT-37')).toBe('Grootstad')
  expect(term(group(invoice, 'BG-7', 'BG-9'), 'BT-58')).toBe('john.hansen@buyercompany.dk')
  expect(term(group(invoice, 'BG-11'), 'BT-63')).toBe('DK16356609')
  expect(term(group(invoice, 'BG-13', 'BG-15'), 'BT-77')).toBe('Deliverycity')
  expect(
    invoice.groups.filter(({ id }) => id === 'BG-16').map((one) => [term(one, 'BT-83'), term(one, 'BT-84')]),
  ).toEqual([
    ['Payref1', 'DK1212341234123412'],
    ['Payref1', 'A'],
  ])
  expect(term(group(invoice, 'BG-24'), 'BT-125')).toBe('EHF.pdf')
  expect(term(group(invoice, 'BG-25', 'BG-32'), 'BT-161')).toBe('2 mm')
})

test('a credit note is read as an invoice is', () => {
  const note = invoiceOf(textOf('ubl-tc434-creditnote1.xml'))
  expect([term(note, 'BT-1'), term(note, 'BT-3')]).toEqual(['018304 / 28865', '381'])
  expect(term(group(note, 'BG-25'), 'BT-131')).toBe('100.11')
  expect(term(group(note, 'BG-14'), 'BT-74')).toBe('2019-02-28')
})

test.each([
  ['', { code: 'not-xml', line: 1 }],
  ['%PDF-1.7', { code: 'not-xml', line: 1 }],
  ['<Invoice>\n<cbc:ID>1</cbc:ID>', { code: 'not-xml', line: 2 }],
  ['<html><body/></html>', { code: 'not-an-e-invoice', root: 'html' }],
  ['<__proto__/>', { code: 'not-an-e-invoice', root: '__proto__' }],
  ['<constructor/>', { code: 'not-an-e-invoice', root: 'constructor' }],
])('%j is no e-invoice', (text, error) => {
  expect(readEInvoice(text)).toEqual({ ok: false, error })
})

test('entities that a file defines itself are not filled in', () => {
  const bomb = `<!DOCTYPE Invoice [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Invoice><ID>&b;</ID></Invoice>`
  expect(readEInvoice(bomb).ok).toBe(false)
})
