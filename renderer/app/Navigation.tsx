import type { ReactNode } from 'react'
import { Button, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs'
import type { HomeSearch } from '#features/home/search.ts'
import { capsOf, keysOf } from '#shared/shortcuts/shortcuts.ts'
import { KeyCaps } from '#ui/KeyCaps.tsx'
import classes from './Navigation.module.css'
import { pages, pagesBelow } from './pages.ts'

type Props = {
  /** On top: which brand this is, and the way to the others. */
  readonly switcher: ReactNode
  /** How Home was left. */
  readonly homeSearch: HomeSearch
  readonly mac: boolean
  readonly onFind: () => void
  readonly onImport: () => void
}

export function Navigation({ switcher, homeSearch, mac, onFind, onImport }: Props) {
  const { t } = useTranslation('app')
  return (
    <nav className={classes.side} aria-label={t('navigation.label')}>
      {switcher}
      <FindButton mac={mac} onClick={onFind} />
      <Pages pages={pages} homeSearch={homeSearch} />
      <div className={classes.space} />
      <Pages pages={pagesBelow} homeSearch={homeSearch} />
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

function FindButton({ mac, onClick }: { readonly mac: boolean; readonly onClick: () => void }) {
  const { t } = useTranslation('palette')
  const [keys = ''] = keysOf('palette', mac)
  const title = t('openLabel', { keys: capsOf(keys, mac).join('+') })
  return (
    <UnstyledButton className={classes.find} title={title} aria-haspopup="dialog" onClick={onClick}>
      <IconSearch size={16} stroke={1.7} aria-hidden />
      <span className={classes.name}>{t('open')}</span>
      <span className={classes.keys} aria-hidden>
        <KeyCaps keys={keys} mac={mac} />
      </span>
    </UnstyledButton>
  )
}

type PagesProps = { readonly pages: typeof pages | typeof pagesBelow; readonly homeSearch: HomeSearch }
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
