import { useState } from 'react'
import { Button } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { listRules, newRule, orderRules, removeRule, saveRule } from '#data/assignments.ts'
import type { Change } from '#data/commit.ts'
import type { BookClient, BrandServices } from '#data/services.ts'
import type { AssignmentRule } from '#shared/assignments/assignment.ts'
import { Card } from '#ui/Card.tsx'
import { Page } from '#ui/Page.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import { emptyDraft } from './draft.ts'
import { RuleDialog } from './RuleDialog.tsx'
import { RuleEntry } from './RuleEntry.tsx'
import type { RulesSearch } from './search.ts'
import classes from './rules.module.css'

export type RulesServices = Pick<BrandServices, 'db' | 'history'> & {
  readonly book: Pick<BookClient, 'preview' | 'totals' | 'subscribe'>
}
type Props = {
  readonly services: RulesServices
  readonly search: RulesSearch
  readonly onSearch: (search: RulesSearch) => void
}

/** Standing orders about listings: what they are, in which order they count, and what each would change. */
export function RulesScreen({ services, search, onSearch }: Props) {
  const { t } = useTranslation('rules')
  const { db, history } = services
  const rules = useLiveQuery(() => listRules(db), [db])
  const products = useLiveQuery(() => db.products.toArray(), [db])
  const names = new Map(products?.map(({ id, name }) => [id, name]))
  const [edited, setEdited] = useState<AssignmentRule | null>(null)
  const isOpen = search.new === true || edited !== null
  const close = () => {
    setEdited(null)
    if (search.new === true) onSearch({})
  }
  const report = (change: Change, message: string) =>
    showUndo({
      id: `rules ${change.seq}`,
      message,
      undo: t('undo'),
      onUndo: () => void history.undoStep(change.seq),
    })
  const keep = async (told: Pick<AssignmentRule, 'name' | 'when' | 'gives'>) => {
    const change = await saveRule(db, edited === null ? await newRule(db, told) : { ...edited, ...told })
    close()
    report(change, t('saved'))
  }
  const move = async (rule: AssignmentRule, by: 1 | -1) => {
    const ids = (rules ?? []).map(({ id }) => id)
    const from = ids.indexOf(rule.id)
    await orderRules(db, ids.toSpliced(from, 1).toSpliced(from + by, 0, rule.id))
  }
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      narrow
      actions={
        <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => onSearch({ new: true })}>
          {t('new')}
        </Button>
      }
    >
      {rules?.length === 0 && (
        <Card title={t('empty.title')}>
          <p className={classes.text}>{t('empty.text')}</p>
          <ul className={classes.text}>
            <li>{t('empty.example1')}</li>
            <li>{t('empty.example2')}</li>
          </ul>
        </Card>
      )}
      {rules !== undefined && rules.length > 0 && (
        <ol className={classes.rules} aria-label={t('list')}>
          {rules.map((rule, at) => (
            <RuleEntry
              key={rule.id}
              rule={rule}
              products={names}
              isFirst={at === 0}
              isLast={at === rules.length - 1}
              onEdit={() => setEdited(rule)}
              onMove={(by) => void move(rule, by)}
              onEnable={async (enabled) => {
                const change = await saveRule(db, { ...rule, enabled })
                report(change, t(enabled ? 'switchedOn' : 'switchedOff'))
              }}
              onRemove={async () => report(await removeRule(db, rule.id), t('removed'))}
            />
          ))}
        </ol>
      )}
      {isOpen && (
        <RuleDialog
          key={edited?.id ?? 'new'}
          services={services}
          rule={edited}
          begin={emptyDraft(search)}
          products={products ?? []}
          onClose={close}
          onKeep={keep}
        />
      )}
    </Page>
  )
}
