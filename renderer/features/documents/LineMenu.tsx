import { ActionIcon, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { useTranslation } from 'react-i18next'
import type { DocumentLine } from '#shared/document/document.ts'
import type { LineActs } from './lineActs.ts'

type Props = {
  readonly line: DocumentLine
  readonly number: number
  readonly acts: LineActs
  readonly onDescribe?: () => void
  readonly onRemove: () => void
}

export function LineMenu({ line, number, acts, onDescribe, onRemove }: Props) {
  const { t } = useTranslation('documents')
  const { id } = line
  const adjust = (kind: 'allowance' | 'charge') => {
    if (line.kind === 'item') acts.set(id, { adjustments: [...line.adjustments, { kind, percent: '' }] })
  }
  return (
    <Menu position="bottom-end" keepMounted={false} returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('lines.menu', { number })}>
          <IconDots size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {line.kind === 'item' && (
          <>
            <Menu.Item onClick={onDescribe}>{t('lines.addDetails')}</Menu.Item>
            <Menu.Item onClick={() => adjust('allowance')}>{t('lines.discount')}</Menu.Item>
            <Menu.Item onClick={() => adjust('charge')}>{t('lines.charge')}</Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item onClick={() => acts.add(id, 'text')}>{t('lines.addText')}</Menu.Item>
        <Menu.Item onClick={() => acts.add(id, 'subtotal')}>{t('lines.addSubtotal')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => acts.move(id, -1)}>{t('lines.up')}</Menu.Item>
        <Menu.Item onClick={() => acts.move(id, 1)}>{t('lines.down')}</Menu.Item>
        <Menu.Item onClick={() => acts.duplicate(id)}>{t('lines.duplicate')}</Menu.Item>
        <Menu.Item color="red" onClick={onRemove}>
          {t('lines.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
