import { Button, Stack, Text, Title } from '@mantine/core'

type Props = {
  readonly title: string
  readonly text: string
  readonly action: { readonly name: string; readonly run: () => void; readonly isNext: boolean } | null
}

/** Why a list has no rows, and what to do about it. */
export function EmptyProducts({ title, text, action }: Props) {
  return (
    <Stack align="center" gap="xs" maw={460} mx="auto" ta="center">
      <Title order={2}>{title}</Title>
      <Text c="dimmed" size="sm">
        {text}
      </Text>
      {action !== null && (
        <Button mt="xs" variant={action.isNext ? 'filled' : 'default'} onClick={action.run}>
          {action.name}
        </Button>
      )}
    </Stack>
  )
}
