import { expect, test } from 'vitest'
import type { Content } from '#shared/document/document.ts'
import { business, draft, issuedAs } from '#shared/document/inTests.ts'
import { emptyParty } from '#shared/document/party.ts'
import { billingText } from '#shared/payment/billingInformation.ts'
import { paperDemand } from './paperDemand.ts'

const buyer = {
  ...emptyParty,
  kind: 'firm',
  name: 'Nordlicht GmbH',
  street: 'Kaispeicher\nElballee 3',
  postcode: '20457',
  city: 'Hamburg',
} as const
const demand = (told: Partial<Content>, taxId = business.taxId) => {
  const document = issuedAs(draft({ buyer, ...told }))
  const issued = { ...document.issued, seller: { ...document.issued.seller, taxId } }
  return paperDemand({ document: { ...document, issued }, seller: issued.seller }, 23800)
}

test('a code asks the buyer for what is to be paid, by the number of the invoice', () => {
  const { amount, currency, reference, debtor } = demand({})
  expect([amount, currency]).toEqual([23800, 'EUR'])
  expect(reference).toBe(issuedAs(draft({})).issued.number)
  expect(debtor).toEqual({
    name: 'Nordlicht GmbH',
    street: 'Kaispeicher, Elballee 3',
    buildingNumber: '',
    postcode: '20457',
    town: 'Hamburg',
    country: 'DE', // as the seller
  })
})

test('a firm is told what it books by; taxes only where the seller has a Swiss number', () => {
  const told: Partial<Content> = {
    delivered: { from: '2026-02-01', to: '2026-02-28' },
    orderNumber: 'B-7',
    earlyPayment: { percent: '2', days: 7 },
  }
  const text = (taxId?: string) => {
    const { billing } = demand(told, taxId)
    return billing ? billingText(billing, 'EUR').replace(/^\/\/S1\/10\/[^/]*\/11\/\d{6}/, '…') : ''
  }
  expect(text()).toBe('…/20/B-7/31/260201260228/40/2:7;0:14')
  expect(text('CHE-106.017.086 MWST')).toBe('…/20/B-7/30/106017086/31/260201260228/32/19/40/2:7;0:14')
  expect(demand({ buyer: { ...buyer, kind: 'person' } }).billing).toBeNull()
})

test('a draft has no number to be paid by', () => {
  const document = { ...issuedAs(draft({})), issued: null }
  expect(paperDemand({ document, seller: { ...business, logo: null, accent: '#0f766e' } }, 100)).toEqual({
    amount: 100,
    currency: 'EUR',
    reference: '',
  })
})
