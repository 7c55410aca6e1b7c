import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keysOf, shortcutGroups, shortcuts } from '#shared/shortcuts/shortcuts.ts'
import { KeyCaps } from '#ui/KeyCaps.tsx'
import classes from './shortcuts.module.css'

export type ShortcutSheetProps = {
  readonly opened: boolean
  /** A Mac's keyboard and a Mac's signs. */
  readonly mac: boolean
  readonly onClose: () => void
}

/** Every key there is, from the same table as the menu's. */
export function ShortcutSheet({ opened, mac, onClose }: ShortcutSheetProps) {
  const { t } = useTranslation('shortcuts')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={760}
      title={t('title')}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.sheet}>
        {shortcutGroups.map((group) => (
          <Group key={group} group={group} mac={mac} />
        ))}
      </div>
    </Modal>
  )
}

type GroupProps = { readonly group: (typeof shortcutGroups)[number]; readonly mac: boolean }
function Group({ group, mac }: GroupProps) {
  const { t } = useTranslation('shortcuts')
  const rows = shortcuts.filter((row) => row.group === group && keysOf(row.id, mac).length > 0)
  if (rows.length === 0) return null
  return (
    <section className={classes.group} aria-label={t(`groups.${group}`)}>
      <h3 className={classes.name}>{t(`groups.${group}`)}</h3>
      <dl className={classes.rows}>
        {rows.map(({ id }) => (
          <div key={id} className={classes.row}>
            <dt>{t(`names.${id}`)}</dt>
            <dd className={classes.keys}>
              {keysOf(id, mac).map((keys, at) => (
                <span key={keys} className={classes.keys}>
                  {at > 0 && <span className={classes.or}>{t('or')}</span>}
                  <KeyCaps keys={keys} mac={mac} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
