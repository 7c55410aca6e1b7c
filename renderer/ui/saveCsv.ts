import { notifications } from '@mantine/notifications'
import type { TFunction } from 'i18next'
import type { Api } from '#shared/ipc/contract.ts'

/** Saves figures where the person says, and says what came of it. */
export async function saveCsv(
  api: Pick<Api, 'saveText'>,
  suggestedName: string,
  text: string,
  t: TFunction<'ui'>,
): Promise<void> {
  const saved = await api.saveText({ suggestedName: suggestedName.slice(0, 120), kind: 'csv', text })
  if (saved.ok) notifications.show({ message: t('saved.done', { name: saved.name }) })
  else if (saved.error.code !== 'cancelled')
    notifications.show({ color: 'red', message: t(`saved.${saved.error.code}`) })
}
