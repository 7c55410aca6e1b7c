import { useEffect, useEffectEvent, useId, useState, type DragEvent, type ReactNode } from 'react'
import { Button, FileButton, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs'
import { isPicture } from './draggedPicture.ts'
import classes from './PictureField.module.css'
import type { PictureError } from './readPicture.ts'

type Props = {
  readonly label: string
  readonly isSet: boolean
  /** Takes the picture in; answers with what is wrong with it. */
  readonly onFile: (file: File) => Promise<PictureError | null>
  readonly onRemove: () => void
  /** The picture as it is now. */
  readonly children: ReactNode
}

/** A picture: chosen, dropped here, pasted, or taken away. */
export function PictureField({ label, isSet, onFile, onRemove, children }: Props) {
  const { t } = useTranslation('ui')
  const id = useId()
  const [failure, setFailure] = useState<PictureError | null>(null)
  const [busy, setBusy] = useState(false)
  const [hovering, setHovering] = useState(false)
  const take = async (file: File | null | undefined) => {
    if (!file) return
    setBusy(true)
    setFailure(await onFile(file))
    setBusy(false)
  }
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'))
    if (file === undefined) return // text goes where the caret is
    event.preventDefault()
    void take(file)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
  // kept from the window, which would take the picture for an export
  const keep = (event: DragEvent, isOver: boolean): boolean => {
    if (!isPicture(event.dataTransfer)) return false
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'copy'
    setHovering(isOver)
    return true
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a place to drop on; the button does the same
    <div
      role="group"
      aria-labelledby={id}
      className={classes.field}
      data-hovering={hovering || undefined}
      onDragEnter={(event) => void keep(event, true)}
      onDragOver={(event) => void keep(event, true)}
      onDragLeave={(event) => void keep(event, false)}
      onDrop={(event) => {
        if (keep(event, false)) void take(event.dataTransfer.files[0])
      }}
    >
      {children}
      <div className={classes.words}>
        <Text id={id} size="sm" fw={500}>
          {label}
        </Text>
        <Text size="xs" c="dimmed">
          {t('picture.text')}
        </Text>
        <Group gap="xs" mt={6}>
          <FileButton
            accept="image/png,image/jpeg,image/webp,image/svg+xml"
            onChange={(file) => void take(file)}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="compact-sm"
                loading={busy}
                leftSection={<IconPhoto size={15} stroke={1.7} aria-hidden />}
              >
                {t(isSet ? 'picture.chooseOther' : 'picture.choose')}
              </Button>
            )}
          </FileButton>
          {isSet && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={onRemove}>
              {t('picture.remove')}
            </Button>
          )}
        </Group>
        {failure !== null && (
          <Text role="alert" size="xs" c="var(--mantine-color-error)" mt={6}>
            {t(`picture.errors.${failure.code}`)}
          </Text>
        )}
      </div>
    </div>
  )
}
