import { useTranslation } from 'react-i18next'
import type { Standing } from '#shared/document/standing.ts'
import classes from './document.module.css'

const tones = {
  draft: 'plain',
  open: 'accent',
  partlyPaid: 'careful',
  overdue: 'bad',
  paid: 'good',
  credited: 'plain',
  accepted: 'good',
  declined: 'bad',
  expired: 'careful',
  invoiced: 'good',
  issued: 'plain',
  void: 'plain',
} as const satisfies Record<Standing, string>

/** How a document stands, in a word; the colour only repeats it. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation('documents')
  return (
    <span className={classes.standing} data-tone={tones[standing]}>
      {t(`standings.${standing}`)}
    </span>
  )
}
