import { useTranslation } from 'react-i18next'
import type { Standing } from '#shared/document/standing.ts'
import classes from './invoices.module.css'

/** What asks for something, what is done, and what is neither. */
const tones: { readonly [S in Standing]: 'calm' | 'waiting' | 'late' | 'done' } = {
  draft: 'calm',
  open: 'waiting',
  partlyPaid: 'waiting',
  overdue: 'late',
  paid: 'done',
  credited: 'calm',
  accepted: 'done',
  declined: 'calm',
  expired: 'calm',
  invoiced: 'done',
  issued: 'calm',
  void: 'calm',
}

/** How a document stands, in words; the colour only says it again. */
export function StandingLabel({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation('invoices')
  return (
    <span className={classes.standing} data-tone={tones[standing]}>
      {t(`standing.${standing}`)}
    </span>
  )
}
