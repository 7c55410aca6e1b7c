import { Button, Group, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import { Note } from '#ui/Note.tsx'
import { takeFocus } from '#ui/takeFocus.ts'
import { UnreadableFile } from './FileCard.tsx'
import classes from './imports.module.css'
import { ImportDone } from './ImportDone.tsx'
import { ImportPreviewView } from './ImportPreviewView.tsx'
import { ImportProgressView } from './ImportProgressView.tsx'
import { useImportFlow, type Failure } from './useImportFlow.ts'
import { useImportToasts } from './useImportToasts.tsx'
import type { ImportServices } from './importServices.ts'

export type ImportFlowProps = {
  readonly services: ImportServices
  /** The open brand's name: it stands in the preview and on the button. */
  readonly brand: string
  readonly opened: boolean
  /** Files dropped on the window; null asks for them in the system's dialog. */
  readonly files: readonly ChosenFile[] | null
  /** The flow is over: committed, cancelled or nothing was chosen. */
  readonly onClose: () => void
  readonly onSeeSales: (importId: string) => void
  readonly onSeeHome: () => void
  readonly onSeeProducts: () => void
  readonly onSeeClients: () => void
  /** Opens the brand that holds these files already, and looks at them there. */
  readonly onOtherBrand: (brandId: string, files: readonly ChosenFile[]) => void
}

/** One import, in one dialog: its progress, what it would do, what it did. */
export function ImportFlow({
  services,
  brand,
  opened,
  files,
  onClose,
  onSeeSales,
  onSeeHome,
  onSeeProducts,
  onSeeClients,
  onOtherBrand,
}: ImportFlowProps) {
  const { t } = useTranslation('imports')
  const toasts = useImportToasts(services)
  const flow = useImportFlow({
    services,
    opened,
    dropped: files,
    onClose,
    onImported: (importId) => toasts.imported(importId, brand, onClose),
  })
  const { state } = flow
  const isBusy = state.step === 'saving'
  return (
    <Modal
      opened={opened && state.step !== 'choosing'}
      onClose={isBusy ? () => {} : flow.close}
      closeOnClickOutside={false}
      withCloseButton={!isBusy}
      size={state.step === 'preview' ? 940 : 520}
      title={t(state.step === 'done' ? 'done.title' : 'flow.title', { brand })}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('flow.close') }}
    >
      {(state.step === 'reading' || state.step === 'saving') && (
        <ImportProgressView
          files={state.files}
          progress={state.progress}
          saving={isBusy}
          onCancel={flow.close}
        />
      )}
      {state.step === 'preview' && (
        <ImportPreviewView
          services={services}
          brand={brand}
          session={state.session}
          onAccount={flow.setAccount}
          onCommit={flow.commit}
          onCancel={flow.close}
          onOtherBrand={(brandId) => void flow.handOver((chosen) => onOtherBrand(brandId, chosen))}
        />
      )}
      {state.step === 'done' && (
        <ImportDone
          preview={state.preview}
          unwitnessed={state.imported.unwitnessed === true}
          onSeeSales={() => {
            onClose()
            onSeeSales(state.imported.importId)
          }}
          onSeeHome={() => {
            onClose()
            onSeeHome()
          }}
          onSeeProducts={() => {
            onClose()
            onSeeProducts()
          }}
          onSeeClients={() => {
            onClose()
            onSeeClients()
          }}
          onClose={onClose}
        />
      )}
      {state.step === 'failed' && <Failed failure={state.failure} onAgain={flow.choose} onClose={onClose} />}
    </Modal>
  )
}

function Failed({
  failure,
  onAgain,
  onClose,
}: {
  readonly failure: Failure
  readonly onAgain: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('imports')
  const code = failure.code === 'cancelled' ? 'unreadable' : failure.code
  const isDone = code === 'stored-not-shown' || code === 'outcome-unknown'
  const unreadable =
    failure.code === 'no-readable-file' ? failure.files.flatMap((file) => (file.ok ? [] : [file])) : []
  return (
    <div className={classes.preview}>
      <Note tone="bad" role="alert" title={t(isDone ? `failed.title.${code}` : 'failed.title.nothing')}>
        {failure.code === 'none'
          ? t('failed.none', { names: failure.names.join(', ') })
          : t(`failed.${code}`)}
      </Note>
      {unreadable.length > 0 && (
        <section aria-label={t('file.list')} className={classes.files}>
          {unreadable.map((file, at) => (
            <UnreadableFile key={at} file={file} />
          ))}
        </section>
      )}
      <Group justify="end" gap="xs">
        <Button variant="default" ref={isDone ? takeFocus : undefined} onClick={onClose}>
          {t('flow.close')}
        </Button>
        {!isDone && (
          <Button ref={takeFocus} onClick={onAgain}>
            {t('flow.again')}
          </Button>
        )}
      </Group>
    </div>
  )
}
