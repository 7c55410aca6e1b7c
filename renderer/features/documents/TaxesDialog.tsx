import { useState } from 'react'
import { ActionIcon, Button, Checkbox, Group, Modal, Text, TextInput } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from '#data/uuid.ts'
import type { DocumentTax } from '#shared/document/document.ts'
import { DecimalInput } from '#ui/DecimalInput.tsx'
import { Form } from '#ui/Form.tsx'
import classes from './documents.module.css'

type Props = {
  readonly taxes: readonly DocumentTax[]
  /** Ids of those that lines fall under. */
  readonly used: ReadonlySet<string>
  readonly onClose: () => void
  readonly onKeep: (taxes: readonly DocumentTax[]) => void
}

/** The taxes of one document, each to be changed; and others by hand. */
export function TaxesDialog({ taxes: first, used, onClose, onKeep }: Props) {
  const { t } = useTranslation('documents')
  const [taxes, setTaxes] = useState(first)
  const set = (at: number, part: Partial<DocumentTax>) =>
    setTaxes(taxes.map((tax, place) => (place === at ? { ...tax, ...part } : tax)))
  const add = () =>
    setTaxes([
      ...taxes,
      { id: uuidv7(), name: '', category: 'S', rate: '', compound: false, withheld: false, exemption: null },
    ])
  return (
    <Modal
      opened
      size={560}
      title={t('taxes.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <Form onSubmit={() => onKeep(taxes)}>
        <Text size="sm" c="dimmed" mb="md">
          {t('taxes.text')}
        </Text>
        <div className={classes.taxes}>
          {taxes.map((tax, at) => {
            const named = (name: string) => t('taxes.ofTax', { name, number: at + 1 })
            return (
              <div key={tax.id} className={classes.taxRow}>
                <TextInput
                  aria-label={named(t('taxes.name'))}
                  placeholder={t('taxes.name')}
                  value={tax.name}
                  onChange={({ currentTarget }) => set(at, { name: currentTarget.value })}
                />
                <DecimalInput
                  bare
                  label={named(t('taxes.rate'))}
                  sign="%"
                  value={tax.rate}
                  onChange={(rate) => set(at, { rate })}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  mt={4}
                  aria-label={t('taxes.remove', { name: tax.name })}
                  onClick={() => setTaxes(taxes.toSpliced(at, 1))}
                >
                  <IconX size={15} aria-hidden />
                </ActionIcon>
                <div className={`${classes.whole} ${classes.marks}`}>
                  <Checkbox
                    size="xs"
                    label={t('taxes.compound')}
                    checked={tax.compound}
                    onChange={({ currentTarget }) => set(at, { compound: currentTarget.checked })}
                  />
                  <Checkbox
                    size="xs"
                    label={t('taxes.withheld')}
                    checked={tax.withheld}
                    onChange={({ currentTarget }) => set(at, { withheld: currentTarget.checked })}
                  />
                  {used.has(tax.id) && (
                    <Text size="xs" c="dimmed">
                      {t('taxes.used')}
                    </Text>
                  )}
                </div>
                {tax.exemption !== null && (
                  <TextInput
                    className={classes.whole ?? ''}
                    size="xs"
                    label={t('taxes.reason')}
                    aria-label={named(t('taxes.reason'))}
                    value={tax.exemption.text}
                    onChange={({ currentTarget }) =>
                      set(at, { exemption: { code: tax.exemption?.code ?? '', text: currentTarget.value } })
                    }
                  />
                )}
              </div>
            )
          })}
        </div>
        <Group justify="space-between" mt="md">
          <Button variant="subtle" onClick={add}>
            {t('taxes.add')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit">{t('keep')}</Button>
          </Group>
        </Group>
      </Form>
    </Modal>
  )
}
