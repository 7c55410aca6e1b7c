import type { Content } from '#shared/document/document.ts'
import { inLanguage } from '#shared/document/blankContent.ts'
import { documentTaxes } from '#shared/document/documentTaxes.ts'
import { emptyParty, type Party } from '#shared/document/party.ts'
import { treatmentOf } from '#shared/document/treatments.ts'
import type { Billing, Client } from './client.ts'

export const emptyBilling: Billing = {
  legalName: '',
  taxId: '',
  registration: '',
  language: '',
  currency: '',
  terms: null,
  treatment: '',
  buyerReference: '',
  contacts: [],
  endpoint: null,
}

/** A client as a document is made out to. */
export function buyerOf({ kind, name, mails, phone, addresses, billing = emptyBilling }: Client): Party {
  const [contact] = billing.contacts
  return {
    ...emptyParty,
    ...addresses[0],
    kind,
    name: billing.legalName || name,
    contact: contact?.name ?? '',
    mail: contact?.mail || (mails[0] ?? ''),
    phone: contact?.phone || phone,
    taxId: billing.taxId,
    endpoint: billing.endpoint,
  }
}

/** What is typed of a buyer on a document, in the client's record. */
export function withBuyer(client: Client, party: Party): Client {
  const before = client.billing ?? emptyBilling
  const { street, city, region, postcode, country, contact, mail, phone } = party
  const [first, ...others] = before.contacts
  const hasContact = contact !== '' || first !== undefined
  const named = client.name === '' || client.name === (before.legalName || client.name)
  return {
    ...client,
    kind: party.kind,
    name: client.name === '' ? party.name : client.name,
    mails: mail === '' || client.mails.includes(mail) ? client.mails : [...client.mails, mail],
    phone: client.phone === '' && !hasContact ? phone : client.phone,
    addresses: [{ street, city, region, postcode, country }, ...client.addresses.slice(1)],
    billing: {
      ...before,
      legalName: named && party.name === client.name ? '' : party.name,
      taxId: party.taxId,
      endpoint: party.endpoint,
      contacts: hasContact ? [{ name: contact, mail, phone }, ...others] : before.contacts,
    },
  }
}

/** A draft made out to a client: with the language, currency, terms and taxes they are known to want. */
export function madeOutTo(content: Content, client: Client): Content {
  const { language, currency, terms, treatment, buyerReference } = client.billing ?? emptyBilling
  const spoken = language === '' ? content : inLanguage(content, language)
  const chosen = treatment === '' ? null : treatmentOf(treatment)
  return {
    ...(chosen === null ? spoken : withTreatment(spoken, chosen.id)),
    buyer: buyerOf(client),
    currency: currency || content.currency,
    terms: terms ?? content.terms,
    buyerReference: buyerReference || content.buyerReference,
  }
}

/** The taxes of a treatment on the whole document: every line falls under them. */
export function withTreatment(content: Content, id: string): Content {
  const treatment = treatmentOf(id)
  if (treatment === null) return content
  const taxes = documentTaxes(treatment, content.language)
  const ids = taxes.map((tax) => tax.id)
  return {
    ...content,
    treatment: id,
    taxes,
    lines: content.lines.map((line) => (line.kind === 'item' ? { ...line, taxes: ids } : line)),
  }
}
