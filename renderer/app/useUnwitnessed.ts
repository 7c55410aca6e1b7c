import { useEffect, useEffectEvent } from 'react'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { OpenBrand } from '#data/brands.ts'
import type { WitnessFailure } from '#data/witness.ts'

/** Says that a change is saved, but that what guards against lost data could not be told. */
export function useUnwitnessed(open: Pick<OpenBrand, 'onUnwitnessed'>): void {
  const { t } = useTranslation('app')
  const { onUnwitnessed } = open
  const tell = useEffectEvent(({ code }: WitnessFailure) => {
    notifications.show({
      id: 'unwitnessed',
      color: 'orange',
      autoClose: false,
      message: t(`unwitnessed.${code}`),
    })
  })
  useEffect(() => onUnwitnessed((failure) => tell(failure)), [onUnwitnessed])
}
