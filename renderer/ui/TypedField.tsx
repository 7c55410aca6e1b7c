import { Popover, TextInput, VisuallyHidden, type MantineSize } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './TypedField.module.css'

/** What every field that understands what is typed can be told. */
export type TypedFieldProps = {
  readonly label: string
  /** In a table the column says what the field is; the label is then only heard. */
  readonly bare?: boolean
  readonly description?: string
  readonly placeholder?: string
  /** What the form has against the value; what cannot be read the field says itself. */
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly required?: boolean
  readonly size?: MantineSize
}

type Props = TypedFieldProps & {
  readonly text: string
  /** What the text is understood as; null where the text itself says it. */
  readonly hint: string | null
  readonly doubtful: boolean
  /** The text says nothing the field could take. */
  readonly unreadable: boolean
  readonly onText: (text: string) => void
  /** The field was left, or Enter pressed in it. */
  readonly onDone: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly inputMode?: 'decimal' | 'text'
  readonly figures?: boolean
  readonly rightSection?: ReactNode
  readonly rightSectionWidth?: number
}

/** A text field that says below itself what it understands, while it is typed in. */
export function TypedField(props: Props) {
  const {
    label,
    bare,
    error,
    hint,
    doubtful,
    unreadable,
    text,
    onText,
    onDone,
    onKeyDown,
    figures,
    ...rest
  } = props
  return (
    <Popover
      opened={hint !== null}
      position="bottom-start"
      offset={4}
      floatingStrategy="fixed"
      withinPortal={false}
      withRoles={false}
      trapFocus={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <TextInput
          {...rest}
          {...(bare === true ? { 'aria-label': label } : { label })}
          error={error}
          data-unreadable={unreadable || undefined}
          value={text}
          autoComplete="off"
          spellCheck={false}
          classNames={figures === true ? { input: classes.figures ?? '' } : {}}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
          onBlur={onDone}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onDone()
            onKeyDown?.(event)
          }}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.hint ?? ''} data-doubtful={doubtful || undefined} aria-hidden>
        {hint}
      </Popover.Dropdown>
      <VisuallyHidden role="status">{hint}</VisuallyHidden>
    </Popover>
  )
}
