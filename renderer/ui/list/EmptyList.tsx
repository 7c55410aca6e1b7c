import { Button, Group, Stack, Text, Title } from '@mantine/core'

type Action = {
  readonly name: string
  readonly run: () => void
  /** It is what to do next. */
  readonly isNext?: boolean
}
type Props = { readonly title: string; readonly text: string; readonly actions?: readonly Action[] }

/** Why a list has no rows, and what to do about it. */
export function EmptyList({ title, text, actions = [] }: Props) {
  return (
    <Stack align="center" gap="xs" maw={460} mx="auto" ta="center">
      <Title order={2}>{title}</Title>
      <Text c="dimmed" size="sm">
        {text}
      </Text>
      {actions.length > 0 && (
        <Group mt="xs" gap="xs">
          {actions.map(({ name, run, isNext }) => (
            <Button key={name} variant={isNext === true ? 'filled' : 'default'} onClick={() => run()}>
              {name}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  )
}
