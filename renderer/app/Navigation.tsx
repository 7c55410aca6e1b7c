import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs'
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs'
import IconPackage from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs'
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import IconReceipt from '@tabler/icons-react/dist/esm/icons/IconReceipt.mjs'
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs'
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs'
import type { HomeSearch } from '#features/home/search.ts'
import classes from './Navigation.module.css'

const pages = [
  { name: 'home', to: '/', icon: IconHome },
  { name: 'sales', to: '/sales', icon: IconReceipt },
  { name: 'products', to: '/products', icon: IconPackage },
  { name: 'clients', to: '/clients', icon: IconUsers },
] as const
const below = [
  { name: 'imports', to: '/imports', icon: IconFileImport },
  { name: 'rules', to: '/rules', icon: IconListCheck },
  { name: 'backups', to: '/backups', icon: IconShieldCheck },
  { name: 'settings', to: '/settings', icon: IconSettings },
] as const

type Props = {
  /** On top: which brand this is, and the way to the others. */
  readonly switcher: ReactNode
  /** How Home was left. */
  readonly homeSearch: HomeSearch
  readonly onImport: () => void
}

export function Navigation({ switcher, homeSearch, onImport }: Props) {
  const { t } = useTranslation('app')
  return (
    <nav className={classes.side} aria-label={t('navigation.label')}>
      {switcher}
      <Pages pages={pages} homeSearch={homeSearch} />
      <div className={classes.space} />
      <Pages pages={below} homeSearch={homeSearch} />
      <Button
        className={classes.import ?? ''}
        leftSection={<IconUpload size={16} stroke={1.8} />}
        onClick={onImport}
        fullWidth
      >
        <span className={classes.name}>{t('import')}</span>
      </Button>
    </nav>
  )
}

type PagesProps = { readonly pages: typeof pages | typeof below; readonly homeSearch: HomeSearch }
function Pages({ pages: links, homeSearch }: PagesProps) {
  const { t } = useTranslation('app')
  return (
    <ul className={classes.list}>
      {links.map(({ name, to, icon: Icon }) => (
        <li key={name}>
          <Link
            className={classes.link}
            to={to}
            search={to === '/' ? homeSearch : {}}
            title={t(`navigation.${name}`)}
            activeOptions={{ exact: to === '/', includeSearch: false }}
          >
            <Icon size={18} stroke={1.7} aria-hidden />
            <span className={classes.name}>{t(`navigation.${name}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
