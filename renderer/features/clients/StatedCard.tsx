import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ContactRow } from '#shared/book/partyQuestions.ts'
import type { Client } from '#shared/client/client.ts'
import { isBlankAddress, missingParts } from '#shared/client/complete.ts'
import { Card } from '#ui/Card.tsx'
import { Postal } from './Postal.tsx'
import { useClientNames } from './useClientNames.ts'
import classes from './clients.module.css'

type Props = {
  readonly stated: readonly ContactRow[]
  /** null for a buyer of whom there is no record yet. */
  readonly record: Client | null
  readonly onTake: () => void
}

/** What shops know of a client: shown as theirs, and proposed for what the record leaves empty. */
export function StatedCard({ stated, record, onTake }: Props) {
  const { t } = useTranslation('clients')
  const missing = record === null ? [] : missingParts(record, stated)
  return (
    <Card title={t('stated.title')} sub={t('stated.text')}>
      {stated.map((one) => (
        <Stated key={`${one.channel} ${one.identity}`} stated={one} />
      ))}
      {record === null ? (
        <Button variant="light" size="compact-sm" mt="sm" onClick={onTake}>
          {t('stated.keep')}
        </Button>
      ) : missing.length === 0 ? (
        <p className={classes.verdict}>{t('stated.complete')}</p>
      ) : (
        <>
          <p className={classes.verdict}>
            {t('stated.missing', { parts: missing.map((part) => t(`stated.parts.${part}`)).join(', ') })}
          </p>
          <Button variant="light" size="compact-sm" mt={6} onClick={onTake}>
            {t('stated.take')}
          </Button>
        </>
      )}
    </Card>
  )
}

function Stated({ stated }: { readonly stated: ContactRow }) {
  const { t } = useTranslation('clients')
  const names = useClientNames()
  const { channel, name, company, mail, phone, address, tags, note } = stated
  const texts = [name, company, mail, phone].filter((text) => text !== '')
  return (
    <section className={classes.stated} aria-label={names.channel(channel)}>
      <h3 className={classes.year}>{names.channel(channel)}</h3>
      {texts.map((text) => (
        <p key={text} className={classes.fact}>
          <bdi>{text}</bdi>
        </p>
      ))}
      {!isBlankAddress(address) && <Postal address={address} />}
      {tags.length > 0 && (
        <p className={classes.fact}>
          <span className={classes.quiet}>{t('columns.tags')}: </span>
          <bdi>{tags.join(', ')}</bdi>
        </p>
      )}
      {note !== '' && (
        <p className={classes.note}>
          <bdi>{note}</bdi>
        </p>
      )}
    </section>
  )
}
