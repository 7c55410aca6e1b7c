import type { ReactNode } from 'react'

type Props = {
  readonly className?: string | undefined
  readonly children: ReactNode
  /** The person wants to be done, and every field can be read. */
  readonly onSubmit: () => void
}

/** A form. What a field cannot read never counts as nothing typed: the field gets the focus and says what is wrong. */
export function Form({ className, children, onSubmit }: Props) {
  return (
    <form
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        if (allReadable(event.currentTarget)) onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** Whether all typed fields of a form can be read; goes to the first that cannot. */
export function allReadable(form: HTMLFormElement | null): boolean {
  const field = form?.querySelector<HTMLElement>('[data-unreadable]')
  field?.focus()
  return !field
}
