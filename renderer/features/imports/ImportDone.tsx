import { Button, Group, List, Stack, Text, ThemeIcon } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#shared/imports/report.ts'
import { Note } from '#ui/Note.tsx'
import { takeFocus } from '#ui/takeFocus.ts'
import { useResultTexts } from './useResultTexts.ts'

/** Where the result of an import can be seen. */
export type SeeResult = {
  readonly onSeeSales: () => void
  readonly onSeeHome: () => void
  readonly onSeeProducts: () => void
  readonly onSeeClients: () => void
}
type ImportDoneProps = SeeResult & {
  readonly preview: ImportPreview
  /** The note of what must be there, outside the database, is not up to date. */
  readonly unwitnessed: boolean
  readonly onClose: () => void
}

/** What the import did, and the places to see it. */
export function ImportDone({ preview, unwitnessed, onClose, ...see }: ImportDoneProps) {
  const { t } = useTranslation('imports')
  const texts = useResultTexts()
  const [last, ...others] = placesOf(preview, see).toReversed()
  return (
    <Stack gap="md">
      <Group wrap="nowrap" align="start">
        <ThemeIcon radius="xl" size={36} variant="light" aria-hidden>
          <IconCheck size={20} />
        </ThemeIcon>
        <div>
          <List size="sm" listStyleType="none">
            {texts(preview).map((text, at) => (
              <List.Item key={text} fw={at === 0 ? 600 : 400}>
                {text}
              </List.Item>
            ))}
          </List>
          <Text size="xs" c="dimmed" mt={6}>
            {t('done.kept')}
          </Text>
        </div>
      </Group>
      {unwitnessed && (
        <Note tone="plain" role="status">
          {t('done.unwitnessed')}
        </Note>
      )}
      <Group justify="end" gap="xs">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('done.close')}
        </Button>
        {others.toReversed().map(({ name, onSee }) => (
          <Button key={name} variant="default" onClick={onSee}>
            {t(`done.${name}`)}
          </Button>
        ))}
        {last && (
          <Button ref={takeFocus} onClick={last.onSee} data-autofocus>
            {t(`done.${last.name}`)}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** Only where something came in; the last is where most people want to go. */
function placesOf({ sales, others, catalogue: { listings, customers } }: ImportPreview, see: SeeResult) {
  const hasListings = listings.added + listings.changed > 0
  const hasCustomers = customers.added + customers.changed > 0
  const hasMoney = sales.added + sales.changed + others.added > 0 || !(hasListings || hasCustomers)
  return [
    ...(hasMoney && !(hasListings && hasCustomers)
      ? [{ name: 'seeHome', onSee: see.onSeeHome } as const]
      : []),
    ...(hasCustomers ? [{ name: 'seeClients', onSee: see.onSeeClients } as const] : []),
    ...(hasListings ? [{ name: 'seeProducts', onSee: see.onSeeProducts } as const] : []),
    ...(hasMoney ? [{ name: 'seeSales', onSee: see.onSeeSales } as const] : []),
  ]
}
