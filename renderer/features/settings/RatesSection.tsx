import { ActionIcon, ScrollArea, Table, VisuallyHidden } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { listRates, removeRate, saveRate } from '#data/rates.ts'
import type { Rate } from '#shared/book/questions.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import { NewRate } from './NewRate.tsx'
import type { SettingsServices } from './SettingsScreen.tsx'
import classes from './settings.module.css'

type Props = { readonly services: SettingsServices; readonly currency: string; readonly locale: string }

/** Rates typed by hand, for sales whose file gives none. */
export function RatesSection({ services: { db, today }, currency, locale }: Props) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const rates = useLiveQuery(() => listRates(db), [db]) ?? []
  const remove = async (id: string, { from, to, day, rate }: Rate) => {
    await removeRate(db, id)
    showUndo({
      id: `rate ${id}`,
      message: t('rates.removed'),
      undo: t('undo'),
      onUndo: () => void saveRate(db, { from, to, day, rate }),
    })
  }
  const sentence = ({ from, to, rate }: Rate) => t('rates.sentence', { from, to, rate })
  return (
    <div id="rates">
      <Card title={t('rates.title')} sub={t('rates.text')}>
        <NewRate currency={currency} locale={locale} today={today()} onSave={(rate) => saveRate(db, rate)} />
        {rates.length > 0 && (
          <ScrollArea.Autosize
            className={classes.rates ?? ''}
            mah={320}
            type="auto"
            offsetScrollbars="present"
            viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('rates.list') }}
          >
            <Table verticalSpacing={4} stickyHeader highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('rates.day')}</Table.Th>
                  <Table.Th scope="col">{t('rates.rate')}</Table.Th>
                  <Table.Th>
                    <VisuallyHidden>{t('rates.removal')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rates.map((rate) => (
                  <Table.Tr key={rate.id}>
                    <Table.Td>{format.day(rate.day)}</Table.Td>
                    <Table.Td>{sentence(rate)}</Table.Td>
                    <Table.Td ta="end">
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="sm"
                        aria-label={t('rates.remove', { rate: sentence(rate), day: format.day(rate.day) })}
                        onClick={() => void remove(rate.id, rate)}
                      >
                        <IconTrash size={15} />
                      </ActionIcon>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        )}
      </Card>
    </div>
  )
}
