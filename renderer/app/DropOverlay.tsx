import { useEffect, useEffectEvent, useState } from 'react'
import { Portal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import type { Api, ChosenFile } from '#shared/ipc/contract.ts'
import { isPicture } from '#ui/picture/draggedPicture.ts'
import { acceptFiles } from './acceptFiles.ts'
import classes from './DropOverlay.module.css'

type Props = {
  readonly api: Pick<Api, 'acceptDropped'>
  readonly brand: string
  readonly disabled: boolean
  readonly onFiles: (files: readonly ChosenFile[]) => void
}

/** Files can be dropped anywhere on the window; while they hover, it says where they will go. */
export function DropOverlay({ api, brand, disabled, onFiles }: Props) {
  const { t } = useTranslation('app')
  const [hovering, setHovering] = useState(false)
  const take = useEffectEvent(async (dropped: readonly File[]) => {
    setHovering(false)
    if (disabled || dropped.length === 0) return
    const files = await acceptFiles(api, dropped, t)
    if (files.length > 0) onFiles(files)
  })
  useEffect(() => watchDrops(setHovering, (files) => void take(files)), [])
  if (!hovering || disabled) return null
  return (
    <Portal>
      <div className={classes.overlay}>
        <div className={classes.card}>
          <IconFileImport size={40} stroke={1.4} aria-hidden />
          <Text fz={20} fw={640}>
            {t('drop.title', { brand })}
          </Text>
          <Text c="dimmed">{t('drop.text')}</Text>
        </div>
      </div>
    </Portal>
  )
}

/** Enter and leave come for every element on the way, so they are counted. Returns the function that stops watching. */
function watchDrops(
  onHover: (hovering: boolean) => void,
  onDrop: (files: readonly File[]) => void,
): () => void {
  let depth = 0
  const watching = new AbortController()
  const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', change: (event: DragEvent) => void) =>
    window.addEventListener(
      name,
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        change(event)
      },
      { signal: watching.signal },
    )
  // a picture is on its way to a field that takes pictures, and needs to see it
  on('dragenter', ({ dataTransfer }) => onHover(++depth > 0 && !isPicture(dataTransfer)))
  on('dragover', (event) => event.dataTransfer && (event.dataTransfer.dropEffect = 'copy'))
  on('dragleave', ({ dataTransfer }) => onHover(--depth > 0 && !isPicture(dataTransfer)))
  on('drop', (event) => {
    depth = 0
    onHover(false)
    onDrop([...(event.dataTransfer?.files ?? [])])
  })
  return () => watching.abort()
}
