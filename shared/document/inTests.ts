import type { Business } from '#shared/document/business.ts'
import { blankItem, type Draft, type IssuedDocument } from '#shared/document/derive.ts'
import type { Content, DocumentTax, Issued, ItemLine } from '#shared/document/document.ts'
import { emptyParty } from '#shared/document/party.ts'
import { totalsOf } from '#shared/document/totalsOf.ts'

/** German VAT at the full rate. */
const vat19: DocumentTax = {
  id: 'vat',
  name: 'USt.',
  category: 'S',
  rate: '19',
  compound: false,
  withheld: false,
  exemption: null,
}

export const business: Business = {
  ...emptyParty,
  name: 'Tide & Fern',
  street: 'Hafenstraße 4',
  city: 'Kiel',
  postcode: '24103',
  country: 'DE',
  taxId: 'DE136695976',
  taxNumber: '',
  registration: '',
  web: '',
  footer: '',
  payments: [],
  defaults: {
    language: 'de',
    pricesIncludeTax: false,
    treatment: '',
    terms: { kind: 'net', days: 14 },
    earlyPayment: null,
    quoteDays: 30,
    design: 'plain',
    paper: 'A4',
    opening: '',
    closing: '',
  },
  income: 'accrual',
}

export const item = (
  id: string,
  quantity: string,
  unitPrice: string,
  more: Partial<ItemLine> = {},
): ItemLine => ({
  ...blankItem,
  id,
  title: `Item ${id}`,
  quantity,
  unitPrice,
  taxes: ['vat'],
  ...more,
})

/** An invoice over 2 × 100.00 + 19 %: 238.00. */
export function draft(told: Partial<Content> = {}): Draft {
  const content: Content = {
    kind: 'invoice',
    day: null,
    delivered: null,
    buyer: { ...emptyParty, kind: 'firm', name: 'Nordlicht GmbH', city: 'Hamburg', country: 'DE' },
    deliverTo: null,
    language: 'de',
    currency: 'EUR',
    pricesIncludeTax: false,
    treatment: 'standard',
    taxes: [vat19],
    lines: [item('a', '2', '100')],
    adjustments: [],
    roundPayableTo: 1,
    terms: { kind: 'net', days: 14 },
    earlyPayment: null,
    validUntil: null,
    buyerReference: '',
    orderNumber: '',
    subject: '',
    opening: '',
    closing: '',
    follows: null,
    credits: null,
    isDeposit: false,
    deducts: [],
    files: [],
    design: 'plain',
    paper: 'A4',
    ...told,
  }
  return { content, links: { client: null, lines: {} } }
}

/** What is told as a document with a number, on 2 March 2026, without a database. */
export function issuedAs({ content, links }: Draft, told: Partial<Issued> = {}): IssuedDocument {
  const totals = totalsOf(content)
  if (!totals.ok) throw new Error(totals.error.code)
  const { defaults: _defaults, income: _income, ...seller } = business
  const issued: Issued = {
    number: '2026-0001',
    series: content.kind,
    day: '2026-03-02',
    due: [{ day: '2026-03-16', amount: totals.value.payable }],
    seller: { ...seller, logo: null, accent: '#0f766e' },
    totals: totals.value,
    rate: null,
    ...told,
  }
  return {
    id: '01900000-0000-7000-8000-000000000001',
    content,
    links,
    issued,
    voided: null,
    sent: null,
    answer: null,
    reminders: [],
    recurrence: null,
    createdAt: '2026-03-02T09:00:00.000Z',
  }
}
