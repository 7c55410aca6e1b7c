import { ActionIcon, Button } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconPinFilled from '@tabler/icons-react/dist/esm/icons/IconPinFilled.mjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListView } from '#shared/list/views.ts'
import { NameForm } from './NameForm.tsx'
import type { useViewActs } from './useViewActs.ts'
import classes from './views.module.css'

type ViewRowProps = {
  readonly view: ListView
  readonly isCurrent: boolean
  readonly acts: ReturnType<typeof useViewActs>
  readonly onOpen: () => void
}

/** One view: a click opens it; what else can be done with it unfolds below. */
export function ViewRow({ view, isCurrent, acts, onOpen }: ViewRowProps) {
  const { t } = useTranslation('lists')
  const [shows, setShows] = useState<'name' | 'acts' | 'form'>('name')
  const id = useId()
  const { name, isDefault } = view
  if (shows === 'form')
    return (
      <li>
        <NameForm
          name={name}
          label={t('views.name')}
          autoFocus
          onCancel={() => setShows('name')}
          onName={(next) => {
            setShows('name')
            void acts.rename(view, next)
          }}
        />
      </li>
    )
  return (
    <li>
      <div className={classes.item}>
        <button type="button" className={classes.open} aria-current={isCurrent || undefined} onClick={onOpen}>
          <bdi>{name}</bdi>
          {isDefault && <IconPinFilled size={13} role="img" aria-label={t('views.isDefault')} />}
        </button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('views.more', { name })}
          aria-expanded={shows === 'acts'}
          aria-controls={id}
          onClick={() => setShows(shows === 'acts' ? 'name' : 'acts')}
        >
          <IconDots size={14} aria-hidden />
        </ActionIcon>
      </div>
      <div
        id={id}
        className={classes.acts}
        role="group"
        aria-label={t('views.more', { name })}
        hidden={shows !== 'acts'}
      >
        <Button variant="default" size="compact-xs" onClick={() => setShows('form')}>
          {t('views.rename')}
        </Button>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => {
            setShows('name')
            void acts.choose(isDefault ? null : view)
          }}
        >
          {t(isDefault ? 'views.noDefault' : 'views.makeDefault')}
        </Button>
        <Button variant="default" size="compact-xs" c="var(--app-bad)" onClick={() => void acts.remove(view)}>
          {t('views.delete')}
        </Button>
      </div>
    </li>
  )
}
