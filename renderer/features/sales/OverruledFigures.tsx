import { Collapse, Text, UnstyledButton } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleDetail, SalePart } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Figure, type FigureSource } from './Figure.tsx'
import classes from './sales.module.css'
import { usePartNames } from './usePartNames.ts'

/** What other files said of the same money, which therefore does not count a second time. */
export function OverruledFigures({ sale, ...source }: FigureSource & { readonly sale: SaleDetail }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const part = usePartNames()
  const [opened, setOpened] = useState(false)
  const id = useId()
  const count = sale.overruled.length
  if (count === 0) return null
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <section className={classes.section}>
      <UnstyledButton
        c="dimmed"
        fz="xs"
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <Chevron size={13} aria-hidden style={{ verticalAlign: '-2px', marginInlineEnd: 4 }} />
        {t('detail.overruled', { count, number: format.number(count) })}
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        <Text size="xs" c="dimmed" mb={6}>
          {t('detail.overruledText')}
        </Text>
        {sale.overruled.map((one, at) => (
          <Figure
            key={at}
            greyed
            name={one.title || part.name(one)}
            note={<OverruledBy part={one} sale={sale} />}
            amount={<s>{format.money(one.amount, one.currency)}</s>}
            origin={one.origin}
            {...source}
          />
        ))}
      </Collapse>
    </section>
  )
}

function OverruledBy({ part, sale }: { readonly part: SalePart; readonly sale: SaleDetail }) {
  const { t } = useTranslation('sales')
  const said = t(`source.${part.origin?.source ?? 'derived'}`)
  const counts = sale.parts.find(
    (one) => one.kind === part.kind && (one.type === part.type || part.kind === 'line'),
  )?.origin?.source
  if (counts === undefined || counts === part.origin?.source) return t('detail.overruledAlone', { said })
  return t('detail.overruledBy', { said, counts: t(`source.${counts}`) })
}
