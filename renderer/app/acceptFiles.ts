import { notifications } from '@mantine/notifications'
import type { TFunction } from 'i18next'
import type { Api, ChosenFile } from '#shared/ipc/contract.ts'

/** Hands dropped files to the main process and says which of them it does not take. */
export async function acceptFiles(
  api: Pick<Api, 'acceptDropped'>,
  dropped: readonly File[],
  t: TFunction<'app'>,
): Promise<readonly ChosenFile[]> {
  const accepted = await api.acceptDropped(dropped)
  if (!accepted.ok) return []
  const names = accepted.refused.map(({ name }) => name).join(', ')
  if (names !== '') {
    notifications.show({
      color: 'orange',
      message: t('drop.refused', { count: accepted.refused.length, names }),
    })
  }
  return accepted.files
}
