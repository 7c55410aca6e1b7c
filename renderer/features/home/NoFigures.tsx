import { Text } from '@mantine/core'
import classes from './home.module.css'

/** Why a card has nothing to show, and what would change that. */
export function NoFigures({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className={classes.noFees}>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" size="sm" maw={420} mx="auto">
        {text}
      </Text>
    </div>
  )
}
