import { ActionIcon, Switch } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { useTranslation } from 'react-i18next'
import type { AssignmentRule } from '#shared/assignments/assignment.ts'
import { useRuleNames } from './useRuleNames.ts'
import classes from './rules.module.css'

type Props = {
  readonly rule: AssignmentRule
  readonly products: ReadonlyMap<string, string>
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onEdit: () => void
  readonly onMove: (by: 1 | -1) => void
  readonly onEnable: (enabled: boolean) => Promise<void>
  readonly onRemove: () => Promise<void>
}

/** One rule as a sentence, with what can be done with it. */
export function RuleEntry({ rule, products, isFirst, isLast, onEdit, onMove, onEnable, onRemove }: Props) {
  const { t } = useTranslation('rules')
  const names = useRuleNames(products)
  const when = names.when(rule).join(t('and'))
  const gives = names.gives(rule).join(t('and'))
  const title = rule.name || when
  const moves = [
    { name: t('up', { title }), icon: IconArrowUp, run: () => onMove(-1), disabled: isFirst },
    { name: t('down', { title }), icon: IconArrowDown, run: () => onMove(1), disabled: isLast },
  ]
  const tools = [
    ...(isFirst && isLast ? [] : moves),
    { name: t('edit', { title }), icon: IconPencil, run: onEdit, disabled: false },
    { name: t('remove', { title }), icon: IconTrash, run: () => void onRemove(), disabled: false },
  ]
  return (
    <li className={classes.rule} data-off={!rule.enabled || undefined}>
      <Switch
        checked={rule.enabled}
        aria-label={t('enable', { title })}
        onChange={({ currentTarget }) => void onEnable(currentTarget.checked)}
      />
      <div className={classes.words}>
        {rule.name !== '' && (
          <p className={classes.name}>
            <bdi>{rule.name}</bdi>
          </p>
        )}
        <p className={classes.when}>
          <bdi>{t('sentence.when', { when })}</bdi>
        </p>
        <p className={classes.gives}>
          <bdi>{t('sentence.gives', { gives })}</bdi>
        </p>
      </div>
      <div className={classes.tools}>
        {tools.map(({ name, icon: Icon, run, disabled }) => (
          <ActionIcon
            key={name}
            variant="subtle"
            color="gray"
            aria-label={name}
            disabled={disabled}
            onClick={run}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        ))}
      </div>
    </li>
  )
}
