import { useState } from 'react'
import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from '#ui/Form.tsx'

type Props = {
  readonly title: string
  readonly text: string
  readonly act: string
  readonly onClose: () => void
  readonly onGive: (reason: string) => Promise<void>
}

/** Asks why something is void: what stands in the journal cannot be taken back, so it is asked first. */
export function ReasonDialog({ title, text, act, onClose, onGive }: Props) {
  const { t } = useTranslation(['issued', 'documents'])
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = reason.trim() === ''
  return (
    <Modal opened title={title} closeButtonProps={{ 'aria-label': t('documents:close') }} onClose={onClose}>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (!missing) void onGive(reason.trim())
        }}
      >
        <Text size="sm" mb="sm">
          {text}
        </Text>
        <TextInput
          data-autofocus
          label={t('void.reason')}
          value={reason}
          error={asked && missing ? t('void.reasonMissing') : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('documents:cancel')}
          </Button>
          <Button color="red" type="submit">
            {act}
          </Button>
        </Group>
      </Form>
    </Modal>
  )
}
