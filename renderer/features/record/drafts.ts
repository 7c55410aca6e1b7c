import { uuidv7 } from '#data/uuid.ts'
import type { HandChannel, HandLine, HandSale } from '#shared/handSale/handSale.ts'

/** What each channel usually sells. */
const usualStream = {
  market: '',
  direct: '',
  services: 'service',
  courses: 'course',
  sponsorship: 'sponsorship',
  affiliate: 'affiliate',
  tips: 'tip',
} as const satisfies Record<HandChannel, HandLine['stream']>
export const streamOfChannel = (channel: HandChannel): HandLine['stream'] => usualStream[channel]

export const newLine = (channel: HandChannel): HandLine => ({
  id: uuidv7(),
  title: '',
  product: null,
  stream: streamOfChannel(channel),
  quantity: 1,
  unitPrice: -1,
  discount: 0,
})

export const newSale = (
  {
    currency,
    day,
    channel = 'market',
  }: { readonly currency: string; readonly day: string; readonly channel?: HandChannel },
  now: string,
): HandSale => ({
  id: uuidv7(),
  day,
  channel,
  account: '',
  label: '',
  client: null,
  buyerName: '',
  currency,
  lines: [newLine(channel)],
  shipping: 0,
  tip: 0,
  tax: { amount: 0, included: true },
  fees: [],
  refunds: [],
  note: '',
  tags: [],
  createdAt: now,
})

/** Lines and amounts that were left empty say nothing. */
export const tidied = (sale: HandSale): HandSale => ({
  ...sale,
  lines: sale.lines.filter((line) => !isBlank(line)),
  fees: sale.fees.filter(({ amount }) => amount !== 0),
  refunds: sale.refunds.filter(({ amount }) => amount !== 0),
  account: sale.account.trim(),
  label: sale.label.trim(),
  buyerName: sale.buyerName.trim(),
  note: sale.note.trim(),
})

export const isBlank = ({ title, product, unitPrice }: HandLine): boolean =>
  title.trim() === '' && product === null && unitPrice < 0
