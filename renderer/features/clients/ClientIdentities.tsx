import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import type { Client, Identity } from '#shared/client/client.ts'
import { Card } from '#ui/Card.tsx'
import { useClientNames } from './useClientNames.ts'
import classes from './clients.module.css'

type Props = {
  /** null for a buyer of whom there is no record. */
  readonly client: Client | null
  readonly row: ClientRow
  readonly onSplit: (client: Client, identity: Identity) => void
}

/** How the channels know a client; each can be taken out again. */
export function ClientIdentities({ client, row, onSplit }: Props) {
  const { t } = useTranslation('clients')
  const names = useClientNames()
  if (client === null)
    return (
      <Card title={t('identities.title')}>
        <p className={classes.quiet}>
          <bdi>
            {names.channels(row.channels)}: {names.handle(row.key)}
          </bdi>
        </p>
      </Card>
    )
  return (
    <Card title={t('identities.title')} sub={t('identities.text')}>
      {client.identities.length === 0 && <p className={classes.quiet}>{t('identities.none')}</p>}
      <ul className={classes.identities}>
        {client.identities.map((identity) => {
          const name = `${names.channel(identity.channel)}: ${names.handle(identity.key)}`
          return (
            <li key={`${identity.channel} ${identity.key}`}>
              <bdi>{name}</bdi>
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                flex="none"
                aria-label={t('identities.split', { name })}
                onClick={() => onSplit(client, identity)}
              >
                {t('identities.splitShort')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
