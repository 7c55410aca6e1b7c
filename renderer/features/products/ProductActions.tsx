import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import { useTranslation } from 'react-i18next'
import { PeriodFilter } from '#ui/filter/PeriodFilter.tsx'
import type { OpenedProductProps } from './OpenedProduct.tsx'
import type { usePageActs } from './usePageActs.ts'

type Props = OpenedProductProps & {
  readonly acts: ReturnType<typeof usePageActs>
  /** The record is read. */
  readonly isLoaded: boolean
  readonly onEdit: () => void
  readonly onAssign: () => void
}

/** What is shown of a product, and what can be done with it. */
export function ProductActions(props: Props) {
  const { services, search, answer, acts, isLoaded, onSearch, onEdit, onAssign } = props
  const { t } = useTranslation('products')
  const { row } = answer
  return (
    <>
      <CurrencyChoice {...props} />
      <PeriodFilter
        today={services.today()}
        period={search}
        onChange={({ from, to }) => onSearch({ ...search, from, to })}
      />
      {row.isRecord ? (
        <>
          <Button leftSection={<IconPencil size={15} aria-hidden />} disabled={!isLoaded} onClick={onEdit}>
            {t('page.edit')}
          </Button>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label={t('page.more')}>
                <IconDots size={17} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void acts.archive(!row.archived)}>
                {t(row.archived ? 'actions.unarchive' : 'actions.archive')}
              </Menu.Item>
              <Menu.Item color="red" onClick={() => void acts.remove()}>
                {t('actions.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      ) : (
        <>
          <Button variant="default" onClick={onAssign}>
            {t('actions.assign')}
          </Button>
          <Button onClick={() => void acts.accept()}>{t('actions.accept', { count: 1 })}</Button>
        </>
      )}
    </>
  )
}

/** Each currency by itself, or all in the brand's own. Where there is only one, there is nothing to choose. */
function CurrencyChoice({ currencies, currency: own, asked, search, onSearch }: OpenedProductProps) {
  const { t } = useTranslation('products')
  if (currencies.length < 2) return null
  const isTogether = asked.report.currency !== undefined
  return (
    <SegmentedControl
      aria-label={t('columns.currency')}
      data={[
        ...currencies.map((code) => ({ value: code, label: code })),
        { value: together, label: t('page.together', { currency: own }) },
      ]}
      value={isTogether ? together : asked.currency}
      onChange={(value) =>
        onSearch({
          ...search,
          currency: value === together ? undefined : value,
        })
      }
    />
  )
}
const together = 'together'
