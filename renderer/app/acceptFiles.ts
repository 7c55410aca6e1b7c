import { notifications } from '@mantine/notifications'
import type { TFunction } from 'i18next'
import type { Api, ChosenFile, Output } from '#shared/ipc/contract.ts'

/** Hands dropped files to the main process and says which of them it does not take. */
export async function acceptFiles(
  api: Pick<Api, 'acceptDropped'>,
  dropped: readonly File[],
  t: TFunction<'app'>,
): Promise<readonly ChosenFile[]> {
  const accepted = await api.acceptDropped(dropped)
  if (!accepted.ok) return []
  tellRefused(accepted.refused, t)
  return accepted.files
}

type Refused = Extract<Output<'openedFiles'>, { readonly ok: true }>['refused']
/** Says which files could not be opened at all, if any. */
export function tellRefused(refused: Refused, t: TFunction<'app'>): void {
  if (refused.length === 0) return
  const names = refused.map(({ name }) => name).join(', ')
  notifications.show({ color: 'orange', message: t('drop.refused', { count: refused.length, names }) })
}
