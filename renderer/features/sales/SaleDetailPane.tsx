import { Anchor, CloseButton, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Origin, SaleDetail } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { SaleFigures } from './SaleFigures.tsx'
import { SaleLines } from './SaleLines.tsx'
import { SaleWords } from './SaleWords.tsx'
import { OverruledFigures } from './OverruledFigures.tsx'
import classes from './sales.module.css'
import { SourceRowDialog } from './SourceRowDialog.tsx'
import { Note } from '#ui/Note.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { useNames } from './useNames.ts'
import type { SalesPlaces, SalesServices } from './salesServices.ts'

type SaleDetailPaneProps = {
  readonly services: SalesServices
  readonly saleKey: string
  readonly places: SalesPlaces
  readonly onClose: () => void
}

/** One sale, beside the list: what was sold, what was charged, what stayed, and the file and row of each figure. */
export function SaleDetailPane({ services, saleKey, places, onClose }: SaleDetailPaneProps) {
  const { t } = useTranslation('sales')
  const { book } = services
  const { answer } = useAnswer(book.subscribe, async () => ({ sale: await book.sale(saleKey) }), saleKey)
  /** undefined while the first is on its way, null if the book does not know it. */
  const sale = answer?.sale
  const [origin, setOrigin] = useState<Origin | null>(null)
  const pane = useRef<HTMLElement>(null)
  useEffect(() => pane.current?.scrollTo({ top: 0 }), [saleKey])
  const label = sale?.label || t('detail.unnamed')
  return (
    <aside
      ref={pane}
      className={classes.pane}
      aria-label={t('detail.label', { label })}
      aria-busy={sale === undefined}
    >
      <Group justify="space-between" wrap="nowrap" align="start">
        <Title order={2} fz={18} className={classes.name ?? ''}>
          {sale === undefined ? (
            <Skeleton h={22} w={120} />
          ) : (
            <bdi>{sale === null ? t('detail.gone') : label}</bdi>
          )}
        </Title>
        <CloseButton size="sm" aria-label={t('detail.close')} onClick={onClose} />
      </Group>
      {sale === undefined && <Skeleton h={180} mt="md" />}
      {sale === null && (
        <Text c="dimmed" size="sm">
          {t('detail.goneText')}
        </Text>
      )}
      {sale && <OpenedSale sale={sale} services={services} places={places} onOrigin={setOrigin} />}
      <SourceRowDialog book={services.book} origin={origin} onClose={() => setOrigin(null)} />
    </aside>
  )
}

function OpenedSale(props: {
  readonly sale: SaleDetail
  readonly services: SalesServices
  readonly places: SalesPlaces
  readonly onOrigin: (origin: Origin) => void
}) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const names = useNames()
  const { sale, services, places, onOrigin } = props
  const currencies = [sale.currency, ...sale.others.map(({ currency }) => currency)]
  return (
    <>
      <Text size="sm" c="dimmed">
        {format.day(sale.day)} · <bdi>{names.shop(sale.channel, sale.account)}</bdi>
      </Text>
      <Stack gap={8} mt={sale.status === 'counted' && !sale.incomplete && !sale.hidden ? 0 : 10}>
        {sale.hidden && <Note tone="careful">{t('words.isHidden')}</Note>}
        {sale.status !== 'counted' && (
          <Note tone="careful" title={t(`status.${sale.status}`)}>
            {t(`statusText.${sale.status}`)}
          </Note>
        )}
        {sale.incomplete && <Note tone="careful">{t('detail.incomplete')}</Note>}
      </Stack>
      <section className={classes.section}>
        <Title order={3}>{t('detail.buyer')}</Title>
        {sale.client === '' ? (
          <Text size="sm" c={sale.buyer === '' ? 'dimmed' : ''} className={classes.name ?? ''}>
            <bdi>{sale.buyer || t('detail.noBuyer')}</bdi>
          </Text>
        ) : (
          <Anchor component="button" size="sm" ta="start" onClick={() => places.onClient(sale.client)}>
            <bdi>{sale.buyer || t('detail.noBuyer')}</bdi>
          </Anchor>
        )}
      </section>
      <SaleLines sale={sale} db={services.db} onProduct={places.onProduct} onOrigin={onOrigin} />
      {currencies.map((currency) => (
        <SaleFigures key={currency} sale={sale} currency={currency} db={services.db} onOrigin={onOrigin} />
      ))}
      <OverruledFigures sale={sale} db={services.db} onOrigin={onOrigin} />
      <SaleWords sale={sale} services={services} places={places} />
    </>
  )
}
