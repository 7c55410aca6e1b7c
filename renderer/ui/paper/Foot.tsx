import type { Parts } from './parts.ts'
import classes from './paper.module.css'

type FootProps = Parts & { readonly page: number; readonly pages: number }

/** What stands below each page: who the seller is in law, how to reach them, and which page it is. */
export function Foot({ seller, words, page, pages }: FootProps) {
  const { t } = words
  const about = [
    [seller.name, seller.registration],
    [seller.mail, seller.phone, seller.web],
    [
      seller.taxId === '' ? '' : `${t('taxId')} ${seller.taxId}`,
      seller.taxNumber === '' ? '' : `${t('taxNumber')} ${seller.taxNumber}`,
    ],
  ].map((lines) => lines.filter((line) => line.trim() !== ''))
  return (
    <footer className={classes.foot}>
      {seller.footer.trim() !== '' && <p className={classes.footWords}>{seller.footer}</p>}
      <div className={classes.footColumns}>
        {about
          .filter((lines) => lines.length > 0)
          .map((lines) => (
            <div key={lines.join()}>
              {lines.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </div>
          ))}
        <div className={classes.pageNumber}>{t('page', { page, pages })}</div>
      </div>
    </footer>
  )
}
