import { useId, useState, type DragEvent } from 'react'
import { Button, FileButton, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs'
import { BrandMark } from '#ui/BrandMark.tsx'
import { drawLogo, type LogoError } from './drawLogo.ts'
import classes from './LogoField.module.css'

type Props = {
  readonly name: string
  readonly accent: string
  readonly value: string | null
  readonly onChange: (logo: string | null) => void
  /** Makes the picture to be kept; tests have no canvas. */
  readonly draw?: typeof drawLogo
}

/** The brand's logo: chosen, dropped here, or taken away. */
export function LogoField({ name, accent, value, onChange, draw = drawLogo }: Props) {
  const { t } = useTranslation('ui')
  const id = useId()
  const [failure, setFailure] = useState<LogoError['code'] | null>(null)
  const [busy, setBusy] = useState(false)
  const [hovering, setHovering] = useState(false)
  const take = async (file: File | null | undefined) => {
    if (!file) return
    setBusy(true)
    setFailure(null)
    const drawn = await draw(file)
    setBusy(false)
    if (drawn.ok) onChange(drawn.value)
    else setFailure(drawn.error.code)
  }
  // kept from the window, which would take the picture for an export
  const keep = (event: DragEvent, isOver: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'copy'
    setHovering(isOver)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a place to drop on; the button does the same
    <div
      role="group"
      aria-labelledby={id}
      className={classes.field}
      data-hovering={hovering || undefined}
      onDragEnter={(event) => keep(event, true)}
      onDragOver={(event) => keep(event, true)}
      onDragLeave={(event) => keep(event, false)}
      onDrop={(event) => {
        keep(event, false)
        void take(event.dataTransfer.files[0])
      }}
    >
      {value === null && name.trim() === '' ? (
        <span className={classes.blank}>
          <IconPhoto size={24} stroke={1.4} aria-hidden />
        </span>
      ) : (
        <BrandMark name={name} accent={accent} logo={value} size={56} />
      )}
      <div className={classes.words}>
        <Text id={id} size="sm" fw={500}>
          {t('logo.label')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('logo.text')}
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
                {t(value === null ? 'logo.choose' : 'logo.chooseOther')}
              </Button>
            )}
          </FileButton>
          {value !== null && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChange(null)}>
              {t('logo.remove')}
            </Button>
          )}
        </Group>
        {failure !== null && (
          <Text role="alert" size="xs" c="var(--mantine-color-error)" mt={6}>
            {t(`logo.errors.${failure}`)}
          </Text>
        )}
      </div>
    </div>
  )
}
