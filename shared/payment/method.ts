/**
 * A postal address in the parts of ISO 20022 (the only kind the QR-bill takes since November 2025). A building number
 * may also stand in `street`. `country` is ISO 3166-1 alpha-2.
 */
export type StructuredAddress = {
  readonly name: string
  readonly street: string
  readonly buildingNumber: string
  readonly postcode: string
  readonly town: string
  readonly country: string
}

/** A transfer by IBAN. The code beside it is EPC069-12, for amounts in euro. */
export type BankMethod = {
  readonly kind: 'bank'
  readonly holder: string
  readonly iban: string
  /** ISO 9362, or '' (needed for a code where the account is outside the European Economic Area). */
  readonly bic: string
  readonly bankName: string
}

/** The Swiss QR-bill, in Swiss francs or euro. */
export type SwissQrMethod = {
  readonly kind: 'swissQr'
  readonly iban: string
  /** What the number of a document becomes: a QR reference (needs a QR-IBAN), an ISO 11649 creditor reference, or words. */
  readonly reference: 'qr' | 'creditor' | 'none'
  /** Digits the bank wants QR references to begin with, or ''. */
  readonly prefix: string
  readonly creditor: StructuredAddress
}

/** A transfer where there is no IBAN; `country` picks the rules of `accountRules`, 'other' has none. */
export type AccountMethod = {
  readonly kind: 'account'
  readonly country: AccountCountry
  readonly holder: string
  readonly bankName: string
  /** ABA routing number, sort code, transit and institution number, BSB or IFSC. */
  readonly routing: string
  readonly account: string
  readonly bic: string
  /** Whatever else a payer must know, a line each. */
  readonly lines: readonly string[]
}
export const accountCountries = ['US', 'GB', 'CA', 'AU', 'IN', 'other'] as const
export type AccountCountry = (typeof accountCountries)[number]

/** India's Unified Payments Interface; `address` is a virtual payment address (`name@bank`). */
export type UpiMethod = { readonly kind: 'upi'; readonly address: string; readonly name: string }

/** Brazil's Pix; `key` is a CPF, a CNPJ, an e-mail address, a phone with +55 or a random key. */
export type PixMethod = {
  readonly kind: 'pix'
  readonly key: string
  readonly name: string
  readonly city: string
}

/** Bitcoin's main network: base58check, bech32 or bech32m. */
export type BitcoinMethod = { readonly kind: 'bitcoin'; readonly address: string; readonly name: string }

/** Ether; `chain` is the number of EIP-155 (1: the main network). */
export type EthereumMethod = { readonly kind: 'ethereum'; readonly address: string; readonly chain: number }

/** A page to pay on; `{amount}`, `{currency}` and `{number}` stand for those of the document. */
export type LinkMethod = { readonly kind: 'link'; readonly url: string }

/** Words alone: "in cash on delivery". */
export type TextMethod = { readonly kind: 'text'; readonly text: string }

/** One way a brand can be paid; a brand has an ordered list of them. */
export type PaymentMethod =
  | BankMethod
  | SwissQrMethod
  | AccountMethod
  | UpiMethod
  | PixMethod
  | BitcoinMethod
  | EthereumMethod
  | LinkMethod
  | TextMethod
