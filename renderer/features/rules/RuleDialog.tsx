import { useState } from 'react'
import { Button, Group, Modal, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AssignmentRule } from '#shared/assignments/assignment.ts'
import type { Stream } from '#shared/book/entry.ts'
import type { Product } from '#shared/product/product.ts'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { Form } from '#ui/Form.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { draftOf, readRule, streamChoices } from './draft.ts'
import type { RuleDraft } from './draft.ts'
import { RuleEffect } from './RuleEffect.tsx'
import type { RulesServices } from './RulesScreen.tsx'
import { useRuleNames } from './useRuleNames.ts'
import classes from './rules.module.css'

type Props = {
  readonly services: RulesServices
  /** The rule that is changed, or null for a new one that begins with `begin`. */
  readonly rule: AssignmentRule | null
  readonly begin: RuleDraft
  readonly products: readonly Product[]
  readonly onClose: () => void
  readonly onKeep: (told: Pick<AssignmentRule, 'name' | 'when' | 'gives'>) => Promise<void>
}

const everything = { standing: ['counted', 'uncounted', 'waiting'] } as const

/** What a rule asks for and what it gives, and beside it what that would change. */
export function RuleDialog({ services, rule, begin, products, onClose, onKeep }: Props) {
  const { t } = useTranslation('rules')
  const typed = useDraft(`rule ${rule?.id ?? JSON.stringify(begin)}`, rule === null ? begin : draftOf(rule))
  const { value: draft, set } = typed
  const [asked, setAsked] = useState(false)
  const names = useRuleNames(new Map(products.map(({ id, name }) => [id, name])))
  const { answer: accounts } = useAnswer(
    services.book.subscribe,
    async () => {
      const rows = await services.book.totals(everything, { by: 'account', bucket: 'none' }, {})
      return [...new Set(rows.map(({ key }) => key))].filter((key) => key !== '')
    },
    '',
  )
  const read = readRule(draft)
  const wrong = asked && 'wrong' in read ? read.wrong : null
  const keep = async () => {
    setAsked(true)
    if (!('rule' in read)) return
    await onKeep(read.rule)
    typed.forget()
  }
  const channels = [...new Set(accounts?.map((key) => key.split('\u001f')[0] ?? ''))]
  return (
    <Modal
      opened
      size={760}
      title={t(rule === null ? 'dialog.new' : 'dialog.edit')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
      onClose={onClose}
    >
      <Form onSubmit={() => void keep()}>
        <DraftNote draft={typed} />
        <fieldset className={classes.part}>
          <legend>{t('dialog.when')}</legend>
          <div className={classes.fields}>
            <TextInput
              data-autofocus
              label={t('dialog.title')}
              description={t('dialog.titleText')}
              value={draft.title}
              onChange={({ currentTarget }) => set({ title: currentTarget.value })}
            />
            <TextInput
              label={t('dialog.sku')}
              description={t('dialog.skuText')}
              value={draft.sku}
              onChange={({ currentTarget }) => set({ sku: currentTarget.value })}
            />
            <MultiSelect
              label={t('dialog.channels')}
              data={channels.map((value) => ({ value, label: names.channel(value) }))}
              value={[...draft.channels]}
              comboboxProps={{ keepMounted: false }}
              clearable
              clearButtonProps={{ 'aria-label': t('dialog.clear', { field: t('dialog.channels') }) }}
              onChange={(value) => set({ channels: value })}
            />
            <MultiSelect
              label={t('dialog.accounts')}
              data={(accounts ?? []).map((value) => ({ value, label: names.account(value) }))}
              value={[...draft.accounts]}
              comboboxProps={{ keepMounted: false }}
              clearable
              clearButtonProps={{ 'aria-label': t('dialog.clear', { field: t('dialog.accounts') }) }}
              onChange={(value) => set({ accounts: value })}
            />
          </div>
          {wrong === 'no-condition' && (
            <p className={classes.error} role="alert">
              {t('dialog.noCondition')}
            </p>
          )}
        </fieldset>
        <fieldset className={classes.part}>
          <legend>{t('dialog.gives')}</legend>
          <div className={classes.fields}>
            <Select
              label={t('dialog.product')}
              data={products.map(({ id, name }) => ({ value: id, label: name }))}
              value={draft.product}
              limit={100}
              searchable
              clearable
              nothingFoundMessage={t('dialog.noProduct')}
              comboboxProps={{ keepMounted: false }}
              onChange={(product) => set({ product })}
            />
            <Select
              label={t('dialog.stream')}
              data={streamChoices.map((value) => ({ value, label: names.stream(value) }))}
              value={draft.stream === '' ? null : draft.stream}
              clearable
              comboboxProps={{ keepMounted: false }}
              onChange={(stream) => set({ stream: (stream ?? '') as Stream })}
            />
            <TagsInput
              label={t('dialog.tags')}
              description={t('dialog.tagsText')}
              value={[...draft.tags]}
              onChange={(tags) => set({ tags })}
            />
            <TextInput
              label={t('dialog.name')}
              description={t('dialog.nameText')}
              value={draft.name}
              onChange={({ currentTarget }) => set({ name: currentTarget.value })}
            />
          </div>
          {wrong === 'gives-nothing' && (
            <p className={classes.error} role="alert">
              {t('dialog.givesNothing')}
            </p>
          )}
        </fieldset>
        <RuleEffect services={services} rule={rule} told={'rule' in read ? read.rule : null} names={names} />
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit">{t('dialog.keep')}</Button>
        </Group>
      </Form>
    </Modal>
  )
}
