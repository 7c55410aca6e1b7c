import type { PaperWords } from './words.ts'
import classes from './paper.module.css'

/** Where who takes a delivery says so. */
export function ReceivedBlock({ words }: { readonly words: PaperWords }) {
  return (
    <div className={classes.received}>
      <p>{words.t('receivedGoods')}</p>
      <div className={classes.signature}>{words.t('signature')}</div>
    </div>
  )
}
