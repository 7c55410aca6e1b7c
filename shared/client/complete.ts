import type { ContactTexts } from '#shared/reading/readAgain.ts'
import type { Address, Client } from './client.ts'

type Stated = Pick<ContactTexts, 'name' | 'mail' | 'phone' | 'company' | 'address' | 'tags' | 'note'>
export const clientParts = ['name', 'kind', 'mails', 'phone', 'addresses', 'tags', 'note'] as const
export type ClientPart = (typeof clientParts)[number]

export const isBlankAddress = ({ country: _country, ...address }: Address): boolean =>
  Object.values(address).every((part) => part.trim() === '')

/**
 * The client with what shops say where the record says nothing; its own words stay, mails and tags are added to. A name
 * is a name only if somebody gave it: a mail in its place is none.
 */
export const completed = (client: Client, stated: readonly Stated[]): Client =>
  stated.reduce<Client>(
    (record, { name, mail, phone, company, address, tags, note }) => ({
      ...record,
      kind: record.name === '' && name === '' && company !== '' ? 'firm' : record.kind,
      name: record.name || name || company,
      mails: added(record.mails, mail === '' ? [] : [mail], (text) => text.toLowerCase()),
      phone: record.phone || phone,
      addresses: record.addresses.length > 0 || isBlankAddress(address) ? record.addresses : [address],
      tags: added(record.tags, tags, (text) => text.toLowerCase()),
      note: record.note || note,
    }),
    client,
  )

/** Only what is new is added; what says the same in other letters is not. */
function added(
  own: readonly string[],
  more: readonly string[],
  folded: (text: string) => string,
): readonly string[] {
  const known = new Set(own.map(folded))
  return [...own, ...more.filter((text) => !known.has(folded(text)))]
}

/** The parts that shops would fill. */
export function missingParts(client: Client, stated: readonly Stated[]): readonly ClientPart[] {
  const after = completed(client, stated)
  return clientParts.filter((part) => JSON.stringify(after[part]) !== JSON.stringify(client[part]))
}
