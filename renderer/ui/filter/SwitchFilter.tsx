import { Button } from '@mantine/core'

type Props = { readonly name: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }

/** A filter that is there or not. */
export function SwitchFilter({ name, isOn, onChange }: Props) {
  return (
    <Button variant={isOn ? 'light' : 'default'} aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {name}
    </Button>
  )
}
