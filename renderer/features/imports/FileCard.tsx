import { Autocomplete, Button, Group, Text } from '@mantine/core'
import IconFileAlert from '@tabler/icons-react/dist/esm/icons/IconFileAlert.mjs'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportSession } from '#data/services.ts'
import type { FileResult } from '#shared/imports/report.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import classes from './imports.module.css'
import { RefusedRows } from './RefusedRows.tsx'
import { useImportNames } from './useImportNames.ts'
import type { ImportServices } from './importServices.ts'

type ReadFile = Extract<FileResult, { readonly ok: true }>
type FileCardProps = {
  readonly services: ImportServices
  readonly brand: string
  readonly file: FileResult
  /** Its position among the files of the import. */
  readonly at: number
  readonly session: ImportSession
  readonly onAccount: (account: string) => void
  readonly onOtherBrand: (brandId: string) => void
}

/** One file of an import: what it is, or why it cannot be read and what to do about it. */
export function FileCard({ file, ...rest }: FileCardProps) {
  if (!file.ok) return <UnreadableFile file={file} />
  return (
    <article className={classes.file} aria-label={file.name}>
      <Readable file={file} {...rest} />
    </article>
  )
}

export function UnreadableFile({ file }: { readonly file: Extract<FileResult, { readonly ok: false }> }) {
  const { t } = useTranslation(['imports', 'refusals'])
  const format = useFormat()
  const row = file.error.row === null ? '' : format.number(file.error.row)
  return (
    <article className={`${classes.file} ${classes.fileHead}`} aria-label={file.name}>
      <IconFileAlert size={22} stroke={1.5} color="var(--app-bad)" aria-hidden />
      <div className={classes.fileWords}>
        <Text fw={600} size="sm" className={classes.wrap ?? ''}>
          <bdi>{file.name}</bdi>
        </Text>
        <Text size="sm" c="var(--app-bad)">
          {t(`refusals:file.${file.error.code}`, { row })}
        </Text>
        <Text size="sm">{t(`fileErrorTodo.${file.error.code}`)}</Text>
      </div>
    </article>
  )
}

function Readable({
  services,
  brand,
  file,
  at,
  session,
  onAccount,
  onOtherBrand,
}: FileCardProps & { readonly file: ReadFile }) {
  const { t } = useTranslation(['imports', 'formats'])
  const format = useFormat()
  const names = useImportNames()
  const { report } = file
  const period = report.from === '' ? t('file.noPeriod') : format.days(report.from, report.to)
  const holds = report.source === 'catalogue' ? t('file.asOfNow') : period
  const rows = t('file.rows', { count: report.rows, number: format.number(report.rows) })
  const others = new Map(
    file.alreadyIn.filter(({ sameBrand }) => !sameBrand).map((one) => [one.brandId, one.brand]),
  )
  return (
    <>
      <div className={classes.fileHead}>
        <IconFileText size={22} stroke={1.5} aria-hidden />
        <div className={classes.fileWords}>
          <Text fw={600} size="sm" className={classes.wrap ?? ''}>
            <bdi>{file.name}</bdi>
          </Text>
          <Text size="sm" c="dimmed">
            {[names.format(report.format), holds, rows].join(' · ')}
          </Text>
          {report.encoding !== 'utf-8' && (
            <Text size="xs" c="dimmed">
              {t('file.encodingText', { encoding: t(`formats:encoding.${report.encoding}`) })}
            </Text>
          )}
          {report.delimiter !== ',' && (
            <Text size="xs" c="dimmed">
              {t('file.delimiterText', { delimiter: t(`file.delimiter.${report.delimiter}`) })}
            </Text>
          )}
        </div>
        <AccountField
          services={services}
          name={file.name}
          channel={report.channel}
          account={file.account}
          onAccount={onAccount}
        />
      </div>
      {file.alreadyIn.some(({ sameBrand }) => sameBrand) && (
        <Text size="xs" c="dimmed" className={classes.inset ?? ''}>
          {t('file.alreadyIn')}
        </Text>
      )}
      {[...others].map(([brandId, other]) => (
        <Note key={brandId} tone="careful">
          <Group justify="space-between" wrap="nowrap" gap="md">
            <span>{t('file.otherBrand', { brand: other, here: brand })}</span>
            <Button
              variant="default"
              size="compact-sm"
              flex="none"
              maw={260}
              onClick={() => onOtherBrand(brandId)}
            >
              {t('file.switchTo', { brand: other })}
            </Button>
          </Group>
        </Note>
      ))}
      {file.refusedRows > 0 && (
        <RefusedRows
          services={services}
          session={session}
          name={file.name}
          at={at}
          header={report.header}
          total={file.refusedRows}
        />
      )}
    </>
  )
}

type AccountFieldProps = {
  readonly services: ImportServices
  readonly name: string
  readonly channel: string
  readonly account: string
  readonly onAccount: (account: string) => void
}

/** Which shop the file is from. Most people have one, so it is asked for only when they want to say it. */
function AccountField({ services: { db }, name, channel, account, onAccount }: AccountFieldProps) {
  const { t } = useTranslation('imports')
  const names = useImportNames()
  const [text, setText] = useState<string | null>(null)
  const records = useLiveQuery(() => db.imports.toArray(), [db])
  if (text === null) {
    return (
      <Button
        variant="subtle"
        color="gray"
        fw={400}
        size="compact-sm"
        className={classes.account ?? ''}
        aria-label={t('file.nameLabel', { name })}
        onClick={() => setText(account)}
      >
        <bdi>{account === '' ? t('file.name') : t('file.named', { account })}</bdi>
      </Button>
    )
  }
  const files = (records ?? []).flatMap((record) => record.files).filter((file) => file.channel === channel)
  const known = [...new Set(files.map((file) => file.account))].filter((one) => one !== '')
  // Taken over on Enter or on leaving, because the files are then read again.
  const take = (chosen: string) => {
    setText(null)
    if (chosen.trim() !== account) onAccount(chosen.trim())
  }
  return (
    <Autocomplete
      className={classes.account ?? ''}
      size="xs"
      w={210}
      autoFocus
      aria-label={t('file.nameLabel', { name })}
      description={t('file.accountHint', { channel: names.channel(channel) })}
      inputWrapperOrder={['input', 'description']}
      maxLength={100}
      data={known}
      value={text}
      onChange={setText}
      onOptionSubmit={take}
      onBlur={() => take(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(text)
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setText(null)
      }}
    />
  )
}
