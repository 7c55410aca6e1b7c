import { useState } from 'react'
import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { saveBusiness } from '#data/settings.ts'
import type { Business } from '#shared/document/business.ts'
import { findEarlyPaymentError, findTermsError } from '#shared/document/terms.ts'
import { checkPaymentMethod } from '#shared/payment/checkMethod.ts'
import { Card } from '#ui/Card.tsx'
import { PartyFields } from '#ui/document/PartyFields.tsx'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import type { BusinessServices } from './BusinessScreen.tsx'
import classes from './business.module.css'
import { DefaultsCard } from './DefaultsCard.tsx'
import { PaymentsCard } from './PaymentsCard.tsx'

type Props = {
  readonly services: BusinessServices
  readonly business: Business
  /** Nobody has said it yet: all of it may be kept as it stands. */
  readonly isNew: boolean
}

/** What stands on every document of the brand. */
export function BusinessForm({ services: { db, history }, business, isNew }: Props) {
  const { t } = useTranslation(['business', 'documents'])
  const typed = useDraft('business', business)
  const { value, set } = typed
  const [asked, setAsked] = useState(false)
  const noName = value.name.trim() === ''
  const noAddress = value.street.trim() === '' && value.city.trim() === ''
  const { terms, earlyPayment } = value.defaults
  const isWrong =
    noName ||
    noAddress ||
    findTermsError(terms) !== null ||
    findEarlyPaymentError(earlyPayment) !== null ||
    value.payments.some((method) => checkPaymentMethod(method).length > 0)
  const changed = isNew || JSON.stringify(value) !== JSON.stringify(business)
  const save = async () => {
    setAsked(true)
    if (isWrong) return
    typed.forget()
    const { seq } = await saveBusiness(db, { ...value, name: value.name.trim() })
    showUndo({
      id: 'business',
      message: t('saved'),
      undo: t('documents:undo'),
      onUndo: () => void history.undoStep(seq),
    })
  }
  return (
    <Form className={classes.sections} onSubmit={() => void save()}>
      <DraftNote draft={typed} />
      <Card title={t('who.title')} sub={t('who.text')}>
        <div className={classes.stack}>
          <PartyFields
            party={value}
            onChange={set}
            nameError={asked && noName ? t('who.nameMissing') : undefined}
            addressError={asked && noAddress ? t('who.addressMissing') : undefined}
          />
          <div className={classes.pair}>
            <TextInput
              label={t('who.taxNumber')}
              description={t('who.taxNumberText')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={value.taxNumber}
              onChange={({ currentTarget }) => set({ taxNumber: currentTarget.value })}
            />
            <TextInput
              label={t('who.registration')}
              description={t('who.registrationText')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={value.registration}
              onChange={({ currentTarget }) => set({ registration: currentTarget.value })}
            />
            <TextInput
              label={t('who.web')}
              value={value.web}
              onChange={({ currentTarget }) => set({ web: currentTarget.value })}
            />
          </div>
          <Textarea
            label={t('who.footer')}
            autosize
            minRows={1}
            maxRows={4}
            value={value.footer}
            onChange={({ currentTarget }) => set({ footer: currentTarget.value })}
          />
        </div>
      </Card>
      <PaymentsCard
        payments={value.payments}
        seller={value}
        asked={asked}
        onChange={(payments) => set({ payments })}
      />
      <DefaultsCard
        business={value}
        onChange={(part) => set({ defaults: { ...value.defaults, ...part } })}
        onIncome={(income) => set({ income })}
      />
      {asked && isWrong && (
        <Note tone="bad" role="alert">
          {t('wrong')}
        </Note>
      )}
      <Group gap="xs" className={classes.foot}>
        <Button type="submit" disabled={!changed}>
          {t('save')}
        </Button>
        {changed && !isNew && (
          <Button variant="subtle" color="gray" onClick={typed.startOver}>
            {t('discard')}
          </Button>
        )}
      </Group>
    </Form>
  )
}
