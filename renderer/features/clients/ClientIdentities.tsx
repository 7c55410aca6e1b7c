import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Client, Identity } from '#shared/client/client.ts'
import { Card } from '#ui/Card.tsx'
import { useClientNames } from './useClientNames.ts'
import classes from './clients.module.css'

type Props = { readonly client: Client; readonly onSplit: (identity: Identity) => void }

/** How the channels know a client; each can be taken out again. */
export function ClientIdentities({ client, onSplit }: Props) {
  const { t } = useTranslation('clients')
  const names = useClientNames()
  return (
    <Card title={t('identities.title')} sub={t('identities.text')}>
      {client.identities.length === 0 && <p className={classes.quiet}>{t('identities.none')}</p>}
      <ul className={classes.identities}>
        {client.identities.map((identity) => {
          const name = `${names.channel(identity.channel)}: ${names.handle(identity.key)}`
          return (
            <li key={name}>
              <bdi>{name}</bdi>
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                aria-label={t('identities.split', { name })}
                onClick={() => onSplit(identity)}
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
