import { Button, Menu } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import { useTranslation } from 'react-i18next'
import type { DialogName } from './Dialogs.tsx'
import type { Opened } from './issuedServices.ts'
import type { IssuedActs } from './useIssuedActs.ts'

type Props = {
  readonly opened: Opened
  readonly acts: IssuedActs
  readonly onDialog: (name: DialogName) => void
}

/** What can be done with a document now: the next step in full, the rest in a menu. */
export function Actions({ opened, acts, onDialog }: Props) {
  const { t } = useTranslation('issued')
  const { document, standing, open, settled } = opened
  const { content, sent, voided } = document
  const isLive = voided === null
  const isOpenQuote = content.kind === 'quote' && isLive
  const creditable = content.kind === 'invoice' && isLive && document.issued.totals.payable > settled.credited
  return (
    <>
      <Button variant="default" onClick={() => void acts.print()}>
        {t('acts.print')}
      </Button>
      <Button variant="default" onClick={() => void acts.savePdf()}>
        {t('acts.pdf')}
      </Button>
      <Menu position="bottom-end" keepMounted={false}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {t('acts.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isLive && (
            <Menu.Item onClick={() => void acts.markSent(sent === null)}>
              {t(sent === null ? 'acts.sent' : 'acts.notSent')}
            </Menu.Item>
          )}
          {isOpenQuote && document.answer !== null && (
            <Menu.Item onClick={() => void acts.answer(null)}>{t('acts.noAnswer')}</Menu.Item>
          )}
          {isOpenQuote && standing !== 'declined' && (
            <Menu.Item onClick={() => void acts.answer(false)}>{t('acts.decline')}</Menu.Item>
          )}
          {creditable && <Menu.Item onClick={() => void acts.credit()}>{t('acts.credit')}</Menu.Item>}
          <Menu.Item onClick={() => void acts.duplicate()}>{t('acts.duplicate')}</Menu.Item>
          {isLive && (
            <>
              <Menu.Divider />
              <Menu.Item color="red" onClick={() => onDialog('void')}>
                {t('acts.void')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {content.kind === 'invoice' && isLive && open !== 0 && (
        <Button onClick={() => onDialog('payment')}>{t('acts.payment')}</Button>
      )}
      {isOpenQuote && (standing === 'open' || standing === 'expired') && (
        <Button variant="default" onClick={() => void acts.answer(true)}>
          {t('acts.accept')}
        </Button>
      )}
      {isOpenQuote && standing !== 'declined' && (
        <Button onClick={() => onDialog('invoice')}>{t('acts.invoice')}</Button>
      )}
    </>
  )
}
