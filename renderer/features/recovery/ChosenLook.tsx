import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '#ui/Note.tsx'
import type { ChosenBackup } from './RecoveryScreen.tsx'
import classes from './recovery.module.css'

type Props = {
  readonly chosen: ChosenBackup
  /** The lost brand's name. */
  readonly lost: string
  readonly onRestore: () => void
  readonly onBack: () => void
}

/** What is in a file somebody chose, and whether it is of the brand that is lost. */
export function ChosenLook({ chosen: { brand, made, holds, kin }, lost, onRestore, onBack }: Props) {
  const { t } = useTranslation('recovery')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <section className={classes.way} aria-label={t('look.title')}>
      <h3 className={classes.wayName}>{t('look.title')}</h3>
      <Text size="sm">{t('look.made', { brand, made, holds })}</Text>
      <Note tone={kin === 'own' ? 'plain' : 'careful'}>{t(`look.${kin}`, { brand, lost })}</Note>
      <Group gap="xs" mt="sm">
        <Button ref={first} onClick={onRestore}>
          {t('look.restore')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('look.back')}
        </Button>
      </Group>
    </section>
  )
}
