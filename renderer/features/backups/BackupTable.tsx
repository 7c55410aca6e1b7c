import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { useTranslation } from 'react-i18next'
import type { BackupItem } from '#shared/ipc/contract.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './backups.module.css'
import { useBackupTexts } from './useBackupTexts.ts'

export type BackupActs = {
  readonly onRestore: (name: string) => void
  readonly onProve: (name: string) => void
  readonly onShow: (name: string) => void
}
type Props = BackupActs & {
  readonly backups: readonly BackupItem[]
  /** Of several brands, so that each has to be named. */
  readonly named: boolean
  /** The one that is being read again. */
  readonly proving: string | null
}

/** Backups, newest first. The rotation keeps them few. */
export function BackupTable({ backups, named, proving, ...acts }: Props) {
  const { t } = useTranslation('backups')
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('list.label')}>
        <thead>
          <tr>
            <th scope="col">{t('list.when')}</th>
            {named && <th scope="col">{t('list.brand')}</th>}
            <th scope="col">{t('list.why')}</th>
            <th scope="col">{t('list.holds')}</th>
            <th scope="col" className={classes.number}>
              {t('list.size')}
            </th>
            <th scope="col" className={classes.proof}>
              {t('list.proof')}
            </th>
            <th scope="col">
              <span className={classes.hidden}>{t('list.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((item) => (
            <BackupRow key={item.name} item={item} named={named} proving={proving === item.name} {...acts} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = BackupActs & { readonly item: BackupItem; readonly named: boolean; readonly proving: boolean }

function BackupRow({ item, named, proving, onRestore, onProve, onShow }: RowProps) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const texts = useBackupTexts()
  const { name, about, size } = item
  return (
    <tr>
      <th scope="row" className={classes.when} title={name}>
        {about === null ? <bdi className={classes.file}>{name}</bdi> : format.moment(about.createdAt)}
      </th>
      {named && (
        <td>
          <bdi className={classes.brand} title={about?.brand.name}>
            {about?.brand.name ?? ''}
          </bdi>
        </td>
      )}
      <td className={classes.short}>{about === null ? '' : t(`reason.${about.reason}`)}</td>
      <td className={classes.holds}>
        {item.problem === null ? about !== null && texts.holds(about) : t(`refused.${item.problem}`)}
      </td>
      <td className={classes.number}>{format.bytes(size)}</td>
      <td className={classes.proof}>
        <Proof item={item} />
      </td>
      <td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Button
            variant="default"
            size="compact-xs"
            aria-label={t('act.restoreLabel', { name })}
            onClick={() => onRestore(name)}
          >
            {t('act.restore')}
          </Button>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                loading={proving}
                aria-label={t('act.more', { name })}
              >
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onProve(name)}>{t('act.prove')}</Menu.Item>
              <Menu.Item onClick={() => onShow(name)}>{t('act.show')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </td>
    </tr>
  )
}

function Proof({ item: { proof, provenAt } }: { readonly item: BackupItem }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const said =
    provenAt === null ? t('proof.unprovenText') : t('proof.provenAt', { when: format.moment(provenAt) })
  return (
    <Tooltip label={said} disabled={proof === 'failed'}>
      <span className={classes.state} data-proof={proof}>
        {t(`proof.${proof}`)}
      </span>
    </Tooltip>
  )
}
