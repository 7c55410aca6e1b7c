import { ColorInput, Group, Radio } from '@mantine/core'
import { accents } from '#shared/brand/brand.ts'
import classes from './AccentPicker.module.css'

type Props = {
  readonly label: string
  readonly description?: string
  readonly otherLabel: string
  /** What a screen reader calls a swatch. */
  readonly nameOf: (colour: string) => string
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (colour: string) => void
}

/** A few good colours, or any other one. */
export function AccentPicker({ label, description, otherLabel, nameOf, value, error, onChange }: Props) {
  return (
    <Radio.Group label={label} description={description} error={error} value={value} onChange={onChange}>
      <Group gap={6} mt={6}>
        {accents.map((colour) => (
          <Radio.Card
            key={colour}
            value={colour}
            className={classes.swatch}
            aria-label={nameOf(colour)}
            style={{ background: colour }}
          />
        ))}
        <ColorInput
          aria-label={otherLabel}
          size="xs"
          w={112}
          format="hex"
          withEyeDropper={false}
          value={value}
          onChange={onChange}
          popoverProps={{ withinPortal: true }}
        />
      </Group>
    </Radio.Group>
  )
}
