import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DocumentFault, Verified } from '#data/documents/verify.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import classes from './business.module.css'

/** More than these nobody reads on a screen. */
const most = 20

type Props = { readonly verified: Verified; readonly onDocument: (id: string) => void }

/** What a check of the journal found, each fault with the document it is about. */
export function JournalReport({ verified: { entries, head, faults }, onDocument }: Props) {
  const { t } = useTranslation('business')
  const format = useFormat()
  if (entries === 0 && faults.length === 0)
    return (
      <Note tone="plain" role="status">
        {t('journal.empty')}
      </Note>
    )
  const number = format.number(entries)
  const left = faults.length - most
  return (
    <Note
      tone={faults.length === 0 ? 'good' : 'bad'}
      role={faults.length === 0 ? 'status' : 'alert'}
      title={
        faults.length === 0
          ? t('journal.whole', { count: entries, number })
          : t('journal.faults', { count: faults.length, places: format.number(faults.length), number })
      }
    >
      {faults.length > 0 && (
        <ul className={classes.report}>
          {faults.slice(0, most).map((fault) => (
            <FaultLine
              key={`${fault.code} ${fault.seq} ${fault.document}`}
              fault={fault}
              onDocument={onDocument}
            />
          ))}
          {left > 0 && <li>{t('journal.more', { count: left, places: format.number(left) })}</li>}
        </ul>
      )}
      {head !== '' && (
        <p className={classes.seal}>
          {t('journal.head')}
          <code>{head}</code>
        </p>
      )}
    </Note>
  )
}

function FaultLine({ fault, onDocument }: { readonly fault: DocumentFault } & Pick<Props, 'onDocument'>) {
  const { t } = useTranslation('business')
  const { code, seq, document } = fault
  const number = fault.number === '' ? t('journal.unknown') : fault.number
  return (
    <li>
      {t(`journal.fault.${code}`, { seq, act: t(`journal.acts.${fault.act}`, { number }) })}{' '}
      {document !== null && (
        <Anchor component="button" type="button" inherit onClick={() => onDocument(document)}>
          {t('journal.openOne', { number })}
        </Anchor>
      )}
    </li>
  )
}
