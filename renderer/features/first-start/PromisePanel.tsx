import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import IconZoomMoney from '@tabler/icons-react/dist/esm/icons/IconZoomMoney.mjs'
import { BrandMark } from '#ui/BrandMark.tsx'
import classes from './FirstStart.module.css'

const promises = [
  { key: 'one', icon: IconChartBar },
  { key: 'two', icon: IconLock },
  { key: 'three', icon: IconZoomMoney },
] as const

/** What the app is for, beside the brand as it takes shape. */
export function PromisePanel({ name, logo }: { readonly name: string; readonly logo: string | null }) {
  const { t } = useTranslation('firstStart')
  const { t: app } = useTranslation('app')
  const shown = name.trim() === '' ? app('name') : name
  return (
    <aside className={classes.promise}>
      <div className={classes.brand}>
        <BrandMark name={shown} logo={logo} />
        <Text fw={640} fz={16} truncate>
          {shown}
        </Text>
      </div>
      <Title order={2} className={classes.claim}>
        {t('promise.title')}
      </Title>
      <ul className={classes.promises}>
        {promises.map(({ key, icon: Icon }) => (
          <li key={key}>
            <Icon size={20} stroke={1.6} aria-hidden />
            <span>{t(`promise.${key}`)}</span>
          </li>
        ))}
      </ul>
    </aside>
  )
}
