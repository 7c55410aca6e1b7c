import { Button, Divider, Popover, ScrollArea, Text } from '@mantine/core'
import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSameLook, type ListView, type Look, type ViewStore } from '#shared/list/views.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import { NameForm } from './NameForm.tsx'
import { ViewRow } from './ViewRow.tsx'
import { useViewActs } from './useViewActs.ts'
import classes from './views.module.css'

export type ViewsMenuProps = {
  readonly store: ViewStore
  /** Id of the view the list was opened with; it may have been changed since. */
  readonly current: string | undefined
  readonly look: Look
  /** Shows a view; null: everything, as the list is designed. */
  readonly onOpen: (view: ListView | null) => void
  /** What is shown has this name now. */
  readonly onSaved: (id: string) => void
}

/** Named views of a list: open one, keep what is shown now under a name, change and delete them. */
export function ViewsMenu(props: ViewsMenuProps) {
  const { t } = useTranslation('lists')
  const { store, current, look } = props
  const [opened, setOpened] = useState(false)
  const { answer } = useAnswer(store.subscribe, () => store.read(), '')
  const views = answer ?? []
  const view = views.find(({ id }) => id === current)
  const isChanged = view !== undefined && !isSameLook(view, look)
  const close = () => setOpened(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant={view === undefined ? 'default' : 'light'}
          maw={220}
          flex="none"
          leftSection={<IconBookmark size={14} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-expanded={opened}
          aria-haspopup="dialog"
          aria-label={view === undefined ? t('views.button') : t('views.buttonOf', { name: nameOf(view) })}
          onClick={() => setOpened(!opened)}
        >
          <bdi className={classes.name}>{view === undefined ? t('views.button') : view.name}</bdi>
          {isChanged && <span className={classes.dot} aria-hidden />}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('views.title')} p="xs">
        <Views {...props} views={views} view={view} isChanged={isChanged} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  )

  function nameOf({ name }: ListView): string {
    return isChanged ? t('views.changed', { name }) : name
  }
}

type ViewsProps = ViewsMenuProps & {
  readonly views: readonly ListView[]
  readonly view: ListView | undefined
  readonly isChanged: boolean
  readonly onDone: () => void
}

function Views({ store, views, view, isChanged, look, onOpen, onSaved, onDone }: ViewsProps) {
  const { t } = useTranslation('lists')
  const acts = useViewActs(store)
  const open = (chosen: ListView | null) => {
    onOpen(chosen)
    onDone()
  }
  return (
    <div className={classes.menu}>
      {views.length === 0 ? (
        <Text size="xs" c="dimmed" px={6} py={4}>
          {t('views.none')}
        </Text>
      ) : (
        <ScrollArea.Autosize mah={320} type="auto">
          <ul className={classes.list} aria-label={t('views.title')}>
            <li className={classes.item}>
              <button
                type="button"
                className={classes.open}
                aria-current={view === undefined || undefined}
                onClick={() => open(null)}
              >
                {t('views.all')}
              </button>
            </li>
            {views.map((one) => (
              <ViewRow
                key={one.id}
                view={one}
                isCurrent={one === view}
                acts={acts}
                onOpen={() => open(one)}
              />
            ))}
          </ul>
        </ScrollArea.Autosize>
      )}
      <Divider my={6} />
      {view !== undefined && isChanged && (
        <Button
          variant="subtle"
          fullWidth
          justify="start"
          onClick={() => {
            void acts.replace(view, look)
            onDone()
          }}
        >
          <bdi>{t('views.replace', { name: view.name })}</bdi>
        </Button>
      )}
      <NameForm
        name=""
        label={t('views.saveAs')}
        onName={async (name) => {
          onSaved(await acts.add(name, look))
          onDone()
        }}
      />
    </div>
  )
}
