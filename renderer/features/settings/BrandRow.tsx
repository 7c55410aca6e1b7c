import { ActionIcon, Badge, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import type { Brand } from '#shared/brand/brand.ts'
import { BrandMark } from '#ui/BrandMark.tsx'
import classes from './brands.module.css'

type Props = {
  readonly brand: Brand
  readonly isOpen: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  /** One place up (-1) or down (1). */
  readonly onMove: (by: number) => void
  readonly onOpen: () => void
  readonly onDelete: () => void
}

export function BrandRow({ brand, isOpen, isFirst, isLast, onMove, onOpen, onDelete }: Props) {
  const { t } = useTranslation('settings')
  const { name, accent, logo, sample } = brand
  return (
    <li className={classes.row}>
      <BrandMark name={name} accent={accent} logo={logo} size={28} />
      <span className={classes.name} title={name}>
        {name}
      </span>
      {sample && (
        <Badge variant="default" size="sm" tt="none" flex="none">
          {t('brands.sample')}
        </Badge>
      )}
      {isOpen ? (
        <Badge variant="light" size="sm" tt="none" flex="none">
          {t('brands.open')}
        </Badge>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          flex="none"
          aria-label={t('brands.switch', { brand: name })}
          onClick={onOpen}
        >
          {t('brands.switchShort')}
        </Button>
      )}
      <ActionIcon.Group>
        <Move
          label={t('brands.up', { brand: name })}
          icon={IconArrowUp}
          isOff={isFirst}
          onMove={() => onMove(-1)}
        />
        <Move
          label={t('brands.down', { brand: name })}
          icon={IconArrowDown}
          isOff={isLast}
          onMove={() => onMove(1)}
        />
      </ActionIcon.Group>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('brands.delete', { brand: name })}
        onClick={onDelete}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </li>
  )
}

type MoveProps = {
  readonly label: string
  readonly icon: typeof IconArrowUp
  readonly isOff: boolean
  readonly onMove: () => void
}
/** At the end of the list it stays where the focus is, and does nothing. */
function Move({ label, icon: Icon, isOff, onMove }: MoveProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      aria-disabled={isOff}
      className={isOff ? (classes.off ?? '') : ''}
      onClick={() => !isOff && onMove()}
    >
      <Icon size={15} />
    </ActionIcon>
  )
}
