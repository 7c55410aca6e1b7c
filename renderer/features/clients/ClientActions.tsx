import { ActionIcon, Button, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly isRecord: boolean
  readonly onKeep: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onNewDocument: (kind: 'invoice' | 'quote') => void
}

export function ClientActions({ isRecord, onKeep, onEdit, onRemove, onNewDocument }: Props) {
  const { t } = useTranslation('clients')
  return (
    <>
      {!isRecord && (
        <Button variant="default" onClick={onKeep}>
          {t('page.keep')}
        </Button>
      )}
      <Button leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
        {t('page.edit')}
      </Button>
      {isRecord && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('page.more')}>
              <IconDots size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onNewDocument('invoice')}>{t('page.newInvoice')}</Menu.Item>
            <Menu.Item onClick={() => onNewDocument('quote')}>{t('page.newQuote')}</Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" onClick={onRemove}>
              {t('page.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
