import { useMemo, useState } from 'react'
import { Anchor, Button, Group, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { withTreatment } from '#shared/client/buyer.ts'
import type { Content, Links } from '#shared/document/document.ts'
import { itemsOf } from '#shared/document/totalsOf.ts'
import { suggestTreatment } from '#shared/document/suggestTreatment.ts'
import { treatmentOf } from '#shared/document/treatments.ts'
import classes from './documents.module.css'
import { idOfTaxes, taxChoices } from '#shared/document/taxChoices.ts'
import { TaxesDialog } from './TaxesDialog.tsx'
import { useTaxNames } from '#ui/document/useTaxNames.ts'

type Props = {
  readonly content: Content
  readonly links: Links
  readonly seller: { readonly country: string; readonly region: string; readonly usual: string }
  readonly set: (part: Partial<Content>) => void
}

/** How the whole document is taxed, and what is likely right for this client. */
export function TaxField({ content, links, seller, set }: Props) {
  const { t } = useTranslation(['documents', 'treatments'])
  const names = useTaxNames()
  const [isTyping, setTyping] = useState(false)
  const { language, taxes, treatment } = content
  const choices = useMemo(
    () => taxChoices(seller.country, { language, taxes }).filter((choice) => choice.treatment !== null),
    [seller.country, language, taxes],
  )
  const items = itemsOf(content)
  const sets = new Set(items.map((line) => idOfTaxes(line.taxes)))
  const chosen = choices.find((choice) => choice.treatment === treatment)
  const isMixed = sets.size > 1 || (chosen !== undefined && sets.size === 1 && !sets.has(chosen.id))
  const { buyer } = content
  const streams = Object.values(links.lines).map(({ stream }) => stream)
  const suggestion = suggestTreatment({
    seller: { ...seller, isSmall: treatmentOf(seller.usual)?.kind === 'small' },
    buyer: { ...buyer, hasTaxId: buyer.taxId.trim() !== '' },
    supply: streams.includes('physical') ? 'goods' : 'services',
  })
  const isOther = buyer.name !== '' && suggestion.treatment.id !== treatment && suggestion.because !== 'home'
  const suggested = choices.find((choice) => choice.treatment === suggestion.treatment.id)
  return (
    <div className={`${classes.wide} ${classes.tax}`}>
      <Group align="end" gap="xs" wrap="nowrap">
        <Select
          flex={1}
          label={t('fields.treatment')}
          data={choices.map((choice) => ({ value: choice.treatment ?? '', label: names.choice(choice) }))}
          value={isMixed ? null : (chosen?.treatment ?? null)}
          placeholder={t('taxes.mixed')}
          allowDeselect={false}
          searchable
          comboboxProps={{ keepMounted: false }}
          onChange={(id) => id !== null && set(withTreatment(content, id))}
        />
        <Button variant="default" size="sm" onClick={() => setTyping(true)}>
          {t('taxes.own')}
        </Button>
      </Group>
      {isOther && suggested !== undefined && (
        <Text size="xs" c="dimmed">
          {t('taxes.suggested', { treatment: names.choice(suggested) })}{' '}
          {t(`treatments:reasons.${suggestion.because}`)}{' '}
          <Anchor
            component="button"
            type="button"
            size="xs"
            onClick={() => set(withTreatment(content, suggestion.treatment.id))}
          >
            {t('taxes.use')}
          </Anchor>
        </Text>
      )}
      {isTyping && (
        <TaxesDialog
          taxes={taxes}
          used={new Set(items.flatMap((line) => line.taxes))}
          onClose={() => setTyping(false)}
          onKeep={(next) => {
            set({
              taxes: next,
              lines: content.lines.map((line) =>
                line.kind === 'item'
                  ? { ...line, taxes: line.taxes.filter((id) => next.some((tax) => tax.id === id)) }
                  : line,
              ),
            })
            setTyping(false)
          }}
        />
      )}
    </div>
  )
}
