import { useState } from 'react'
import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { newClient, saveClient } from '#data/clients.ts'
import { countryOfBrand } from '#data/settings.ts'
import { emptyBilling } from '#shared/client/buyer.ts'
import type { Address, Circle, Client } from '#shared/client/client.ts'
import { DayInput } from '#ui/DayInput.tsx'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { Form } from '#ui/Form.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import { useTags } from '#ui/useTags.ts'
import { AddressFields } from './AddressFields.tsx'
import { BillingFields } from './BillingFields.tsx'
import type { ClientsServices } from './clientsServices.ts'
import { circles } from './search.ts'
import { useClientNames } from './useClientNames.ts'

type Props = {
  readonly services: Pick<ClientsServices, 'db' | 'book' | 'today' | 'history'>
  /** null for a new one. */
  readonly client: Client | null
  /** What is typed is kept under this name until it is saved. */
  readonly draftName: string
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

const blank: Address = { street: '', city: '', region: '', postcode: '', country: '' }
const isBlank = (address: Address) => Object.values(address).every((part) => part.trim() === '')
const mailShape = /^[^\s@]+@[^\s@]+$/

/** Everything a person can say of a client. */
export function ClientForm({ services, client, draftName, onClose, onSaved }: Props) {
  const { t } = useTranslation('clients')
  const names = useClientNames()
  const { db, history, today } = services
  const [first] = useState(() => ({
    billing: emptyBilling,
    ...(client ?? newClient('', new Date().toISOString())),
  }))
  const typed = useDraft(`client ${draftName}`, first)
  const { value: draft, set } = typed
  const [asked, setAsked] = useState(false)
  const sellerCountry = useLiveQuery(() => countryOfBrand(db), [db]) ?? ''
  const known = useTags(services.book)
  const wrongMail = draft.mails.find((mail) => !mailShape.test(mail))
  const noName = draft.name.trim() === ''
  const noDay = draft.followUp !== null && draft.followUp.day === '' && draft.followUp.text.trim() !== ''
  const save = async () => {
    setAsked(true)
    if (noName || wrongMail !== undefined || noDay) return
    const addresses = draft.addresses.filter((address) => !isBlank(address))
    const followUp = draft.followUp?.day ? draft.followUp : null
    const { billing, ...rest } = draft
    const isBilled = client?.billing !== undefined || JSON.stringify(billing) !== JSON.stringify(emptyBilling)
    const change = await saveClient(db, {
      ...rest,
      ...(isBilled ? { billing } : {}),
      name: draft.name.trim(),
      addresses,
      followUp,
    })
    showUndo({
      id: `client ${draft.id}`,
      message: t('done.saved'),
      undo: t('undo'),
      onUndo: () => void history.undoStep(change.seq),
    })
    typed.forget()
    onSaved(draft.id)
  }
  const addresses = draft.addresses.length === 0 ? [blank] : draft.addresses
  return (
    <Modal
      opened
      size={680}
      title={t(client === null ? 'form.new' : 'form.edit')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('form.close') }}
      onClose={onClose}
    >
      <Form onSubmit={() => void save()}>
        <DraftNote draft={typed} />
        <Stack gap="sm">
          <Group align="end" gap="sm" wrap="nowrap">
            <TextInput
              data-autofocus
              flex={1}
              label={t('form.name')}
              value={draft.name}
              error={asked && noName ? t('form.nameMissing') : undefined}
              onChange={({ currentTarget }) => set({ name: currentTarget.value })}
            />
            <SegmentedControl
              aria-label={t('form.kind')}
              data={[
                { value: 'person', label: t('form.person') },
                { value: 'firm', label: t('form.firm') },
              ]}
              value={draft.kind}
              onChange={(kind) => set({ kind: kind === 'firm' ? 'firm' : 'person' })}
            />
          </Group>
          <Group grow align="end" gap="sm">
            <TagsInput
              label={t('form.mails')}
              description={t('form.several')}
              value={[...draft.mails]}
              error={asked && wrongMail !== undefined ? t('form.noMail', { mail: wrongMail }) : undefined}
              onChange={(mails) => set({ mails })}
            />
            <TextInput
              label={t('form.phone')}
              value={draft.phone}
              onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
            />
          </Group>
          {addresses.map((address, at) => (
            <AddressFields
              key={at}
              address={address}
              label={t('form.address', { number: at + 1 })}
              onChange={(next) => set({ addresses: addresses.with(at, next) })}
            />
          ))}
          <Group>
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={isBlank(addresses.at(-1) ?? blank)}
              onClick={() => set({ addresses: [...addresses, blank] })}
            >
              {t('form.addAddress')}
            </Button>
          </Group>
          <BillingFields
            billing={draft.billing}
            country={addresses[0]?.country ?? ''}
            sellerCountry={sellerCountry}
            onChange={(billing) => set({ billing })}
          />
          <Checkbox.Group
            label={t('form.circles')}
            value={[...draft.circles]}
            onChange={(value) => set({ circles: value as Circle[] })}
          >
            <Group mt={6} gap="md">
              {circles.map((circle) => (
                <Checkbox key={circle} value={circle} label={names.circle(circle)} />
              ))}
            </Group>
          </Checkbox.Group>
          <TagsInput
            label={t('form.tags')}
            data={[...known]}
            value={[...draft.tags]}
            onChange={(tags) => set({ tags })}
          />
          <Group grow align="start" gap="sm">
            <DayInput
              label={t('form.followUp')}
              value={draft.followUp?.day || null}
              error={asked && noDay ? t('form.noDay') : undefined}
              today={today()}
              onChange={(day) => set({ followUp: { day: day ?? '', text: draft.followUp?.text ?? '' } })}
            />
            <TextInput
              label={t('form.followUpText')}
              value={draft.followUp?.text ?? ''}
              onChange={({ currentTarget }) =>
                set({ followUp: { day: draft.followUp?.day ?? '', text: currentTarget.value } })
              }
            />
          </Group>
          <Textarea
            label={t('form.note')}
            autosize
            minRows={2}
            maxRows={8}
            value={draft.note}
            onChange={({ currentTarget }) => set({ note: currentTarget.value })}
          />
        </Stack>
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit">{t('form.save')}</Button>
        </Group>
      </Form>
    </Modal>
  )
}
