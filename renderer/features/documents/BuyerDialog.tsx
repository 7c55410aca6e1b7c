import { useState } from 'react'
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Client } from '#shared/client/client.ts'
import type { Party } from '#shared/document/party.ts'
import { PartyFields } from '#ui/document/PartyFields.tsx'
import { Form } from '#ui/Form.tsx'

type Props = {
  readonly client: Client
  readonly isNew: boolean
  readonly buyer: Party
  readonly onClose: () => void
  readonly onKeep: (buyer: Party, inRecord: boolean) => Promise<void> | void
}

/** Who the document is made out to; kept with the client, too, unless it is for this document alone. */
export function BuyerDialog({ client, isNew, buyer, onClose, onKeep }: Props) {
  const { t } = useTranslation('documents')
  const [party, setParty] = useState(buyer)
  const [inRecord, setInRecord] = useState(true)
  const [asked, setAsked] = useState(false)
  const noName = party.name.trim() === ''
  return (
    <Modal
      opened
      size={640}
      title={isNew ? t('client.create', { name: client.name }) : t('client.dialog')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <Form
        onSubmit={() => {
          setAsked(true)
          if (!noName) void onKeep({ ...party, name: party.name.trim() }, isNew || inRecord)
        }}
      >
        <Stack gap="sm">
          <div>
            <SegmentedControl
              aria-label={t('party.kind')}
              data={[
                { value: 'person', label: t('party.person') },
                { value: 'firm', label: t('party.firm') },
              ]}
              value={party.kind}
              onChange={(kind) => setParty({ ...party, kind: kind === 'firm' ? 'firm' : 'person' })}
            />
          </div>
          <PartyFields
            party={party}
            autoFocus
            nameError={asked && noName ? t('client.nameMissing') : undefined}
            onChange={(change) => setParty({ ...party, ...change })}
          />
          {!isNew && (
            <Checkbox
              label={t('client.inRecord')}
              checked={inRecord}
              onChange={({ currentTarget }) => setInRecord(currentTarget.checked)}
            />
          )}
        </Stack>
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{t('keep')}</Button>
        </Group>
      </Form>
    </Modal>
  )
}
