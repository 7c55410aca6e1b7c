/** Who a document is from or for (BG-4, BG-7), as it stands on the paper: it stays when the client's record changes. */
export type Party = {
  readonly kind: 'person' | 'firm'
  /** The legal name (BT-27, BT-44). */
  readonly name: string
  /** Whom it is for the attention of (BT-41, BT-56), or ''. */
  readonly contact: string
  readonly mail: string
  readonly phone: string
  /** May be several lines. */
  readonly street: string
  readonly city: string
  readonly region: string
  readonly postcode: string
  /** ISO 3166-1 alpha-2, or ''. */
  readonly country: string
  /** VAT or tax id as paper shows it (BT-31, BT-48), or ''. */
  readonly taxId: string
  /** Where e-invoices reach it (BT-34, BT-49): a Peppol scheme and the id in it; null. */
  readonly endpoint: { readonly scheme: string; readonly id: string } | null
}

export const emptyParty: Party = {
  kind: 'person',
  name: '',
  contact: '',
  mail: '',
  phone: '',
  street: '',
  city: '',
  region: '',
  postcode: '',
  country: '',
  taxId: '',
  endpoint: null,
}
