import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#ui/Form.tsx'
import classes from './views.module.css'

type NameFormProps = {
  readonly name: string
  readonly label: string
  readonly onName: (name: string) => unknown
  readonly onCancel?: () => void
  readonly autoFocus?: boolean
}

/** A name, kept with Enter. */
export function NameForm({ name: first, label, onName, onCancel, autoFocus }: NameFormProps) {
  const { t } = useTranslation('lists')
  const [name, setName] = useState(first)
  const isNew = name.trim() !== '' && name.trim() !== first
  return (
    <Form
      className={classes.form}
      onSubmit={() => {
        if (isNew) onName(name.trim())
        else onCancel?.()
      }}
    >
      <TextInput
        size="xs"
        flex={1}
        aria-label={label}
        placeholder={label}
        maxLength={80}
        autoFocus={autoFocus === true}
        value={name}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || onCancel === undefined) return
          event.stopPropagation()
          onCancel()
        }}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button
        type="submit"
        variant={isNew ? 'filled' : 'default'}
        disabled={!isNew && onCancel === undefined}
      >
        {t('views.save')}
      </Button>
    </Form>
  )
}
