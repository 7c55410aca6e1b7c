import { notifications } from '@mantine/notifications'
import type { TFunction } from 'i18next'
import type { Api, Input } from '#shared/ipc/contract.ts'

/** A chart as figures or as a picture. */
export type ChartFile =
  | { readonly kind: 'csv'; readonly text: string }
  | { readonly kind: 'png'; readonly bytes: Input<'savePicture'>['bytes'] }

/** Saves a chart where the person says, and says what came of it. */
export async function saveChart(
  api: Pick<Api, 'saveText' | 'savePicture'>,
  name: string,
  file: ChartFile,
  t: TFunction<'ui'>,
): Promise<void> {
  const suggestedName = name.slice(0, 120)
  const saved =
    file.kind === 'csv'
      ? await api.saveText({ suggestedName, kind: 'csv', text: file.text })
      : await api.savePicture({ suggestedName, bytes: file.bytes })
  if (saved.ok) notifications.show({ message: t('saved.done', { name: saved.name }) })
  else if (saved.error.code !== 'cancelled')
    notifications.show({ color: 'red', message: t(`saved.${saved.error.code}`) })
}
