import { Loader, Modal, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readLicences, type Licence } from '#data/licences.ts'
import classes from './settings.module.css'

type Props = { readonly opened: boolean; readonly onClose: () => void }

/** Whose work the app stands on, and under which terms. */
export function LicencesDialog({ opened, onClose }: Props) {
  const { t } = useTranslation('settings')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={720}
      title={t('licences.title')}
      classNames={{ title: classes.dialogTitle ?? '' }}
      closeButtonProps={{ 'aria-label': t('licences.close') }}
    >
      <Text size="sm" c="dimmed">
        {t('licences.text')}
      </Text>
      <LicenceList />
    </Modal>
  )
}

function LicenceList() {
  const { t } = useTranslation('settings')
  const [licences, setLicences] = useState<readonly Licence[] | null>(null)
  useEffect(() => {
    let here = true
    void readLicences().then((read) => here && setLicences(read))
    return () => {
      here = false
    }
  }, [])
  if (licences === null) return <Loader size="sm" my="lg" aria-label={t('licences.loading')} />
  return (
    <ul className={classes.licences} aria-label={t('licences.title')}>
      {licences.map(({ name, version, licence, text }) => (
        <li key={`${name} ${version}`}>
          <details>
            <summary>
              <span className={classes.part}>{name}</span>
              <span className={classes.version}>{version}</span>
              <span className={classes.licence}>{licence}</span>
            </summary>
            <pre className={classes.licenceText}>{text}</pre>
          </details>
        </li>
      ))}
    </ul>
  )
}
