import { z } from 'zod'

const page = z.url({ protocol: /^https?$/, hostname: z.regexes.domain })

/** Writes what stands for the document's amount, currency and number into a link, escaped. */
export const filledLink = (
  url: string,
  {
    amount,
    currency,
    number,
  }: { readonly amount: string; readonly currency: string; readonly number: string },
): string =>
  url
    .replaceAll('{amount}', encodeURIComponent(amount))
    .replaceAll('{currency}', encodeURIComponent(currency))
    .replaceAll('{number}', encodeURIComponent(number))

/** A page of the web with a name of a host, short enough to be scanned from paper. */
export const isLink = (url: string): boolean =>
  url.length <= 500 &&
  /^[\x21-\x7e]+$/.test(url) &&
  page.safeParse(filledLink(url, { amount: '1.00', currency: 'EUR', number: '1' })).success
