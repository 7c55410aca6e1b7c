import type { Party } from '#shared/document/party.ts'
import { addressLines } from '#shared/document/addressLines.ts'
import type { Parts } from './parts.ts'
import { detailsOf } from './details.ts'
import type { PaperWords } from './words.ts'
import classes from './paper.module.css'

/** The head of the first page: who it is from, whom it is for, what it is, and its dates and numbers. */
export function Letterhead(parts: Parts) {
  const { document, seller, words, heading: Heading } = parts
  const { content } = document
  return (
    <header className={classes.letterhead}>
      <div className={classes.brand}>
        {seller.logo === null ? (
          <div className={classes.sellerName}>{seller.name}</div>
        ) : (
          <img className={classes.logo} src={seller.logo} alt={seller.name} />
        )}
        <div className={classes.sellerLines}>
          {[...(seller.logo === null ? [] : [seller.name]), ...linesOf(seller, words, seller.country)].join(
            ' · ',
          )}
        </div>
      </div>
      <div className={classes.address}>
        <div className={classes.sender}>
          {[seller.name, ...linesOf(seller, words, seller.country)].join(' · ')}
        </div>
        <PostalAddress party={content.buyer} words={words} home={seller.country} />
      </div>
      <div className={classes.what}>
        <Heading className={classes.heading}>{sheetTitle(parts)}</Heading>
        <dl className={classes.facts}>
          {detailsOf(parts).map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
      {content.deliverTo && (
        <div className={classes.deliverTo}>
          <div className={classes.muted}>{words.t('deliverTo')}</div>
          <PostalAddress party={content.deliverTo} words={words} home={seller.country} />
        </div>
      )}
      {content.subject.trim() !== '' && <div className={classes.subject}>{content.subject}</div>}
    </header>
  )
}

type PostalAddressProps = { readonly party: Party; readonly words: PaperWords; readonly home: string }
function PostalAddress({ party, words, home }: PostalAddressProps) {
  return (
    <address className={classes.postal}>
      <div className={classes.partyName}>{party.name}</div>
      {party.contact.trim() !== '' && <div>{words.t('attention', { name: party.contact })}</div>}
      {linesOf(party, words, home).map((line, at) => (
        <div key={at}>{line}</div>
      ))}
    </address>
  )
}

const linesOf = (party: Party, { locale }: PaperWords, home: string): readonly string[] =>
  addressLines(party, { names: [], from: home, language: locale })

/** `Invoice`, and what else has to be seen at once. */
export function sheetTitle({ kind, document, words }: Parts): string {
  const { content } = document
  if (kind === 'deliveryNote') return words.t('kind.deliveryNote')
  return words.t(`kind.${content.kind === 'invoice' && content.isDeposit ? 'deposit' : content.kind}`)
}
