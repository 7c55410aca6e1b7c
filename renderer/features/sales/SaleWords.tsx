import { Button, Group, Select, Stack, TagsInput, Text, Textarea, Title } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { assignSales } from '#data/assignments.ts'
import type { SaleWords as Words } from '#shared/assignments/saleWords.ts'
import { streams, type Stream } from '#shared/book/entry.ts'
import type { SaleDetail } from '#shared/book/questions.ts'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import classes from './sales.module.css'
import { useTags } from '#ui/useTags.ts'
import type { SalesPlaces, SalesServices } from './salesServices.ts'
import { useNames } from './useNames.ts'

type Props = {
  readonly sale: SaleDetail
  readonly services: SalesServices
  readonly places: SalesPlaces
}

const streamChoices = streams.filter((stream) => stream !== '')

/** What a person says of a sale: note, tags, stream, hidden or not; and where else it leads. */
export function SaleWords({ sale, services, places }: Props) {
  const { t } = useTranslation('sales')
  const names = useNames()
  const { history } = services
  const say = async (words: Words, message: string) => {
    const { seq } = await assignSales(services, [sale.key], words)
    showUndo({
      id: `sale ${seq}`,
      message,
      undo: t('undo'),
      onUndo: () => void history.undoStep(seq),
    })
  }
  const tags = useTags(services.book)
  const line = sale.parts.find(({ kind }) => kind === 'line')
  return (
    <section className={classes.section}>
      <Title order={3}>{t('words.title')}</Title>
      <Stack gap="xs">
        <NoteField
          key={`${sale.key} ${sale.note}`}
          sale={sale.key}
          note={sale.note}
          onKeep={(note) => say({ note }, t('words.noted'))}
        />
        <TagsInput
          size="xs"
          label={t('words.tags')}
          data={[...tags]}
          value={[...sale.ownTags]}
          comboboxProps={{ keepMounted: false }}
          onChange={(value) =>
            void say(
              {
                addTags: value.filter((tag) => !sale.ownTags.includes(tag)),
                removeTags: sale.ownTags.filter((tag) => !value.includes(tag)),
              },
              t('words.tagged'),
            )
          }
        />
        <Select
          size="xs"
          label={t('words.stream')}
          placeholder={t('words.asSaid')}
          data={streamChoices.map((value) => ({ value, label: names.stream(value) }))}
          value={sale.ownStream === '' ? null : sale.ownStream}
          clearable
          comboboxProps={{ keepMounted: false }}
          onChange={(stream) => void say({ stream: (stream ?? '') as Stream }, t('words.streamed'))}
        />
        <Group gap={6}>
          {sale.handSale !== '' && (
            <Button size="compact-sm" variant="default" onClick={() => places.onEditSale(sale.handSale)}>
              {t('words.edit')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              void say({ hidden: !sale.hidden }, t(sale.hidden ? 'words.shownAgain' : 'words.hidden'))
            }
          >
            {t(sale.hidden ? 'words.show' : 'words.hide')}
          </Button>
          {line !== undefined && (line.title !== '' || line.sku !== '') && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => places.onMakeRule(line.sku === '' ? { title: line.title } : { sku: line.sku })}
            >
              {t('words.rule')}
            </Button>
          )}
        </Group>
        <SaleHistory sale={sale} services={services} />
      </Stack>
    </section>
  )
}

type NoteFieldProps = {
  readonly sale: string
  readonly note: string
  readonly onKeep: (note: string) => Promise<void>
}

/** Kept when one leaves it; what a closing window cut short is there again. */
function NoteField({ sale, note, onKeep }: NoteFieldProps) {
  const { t } = useTranslation('sales')
  const draft = useDraft(`note on sale ${sale}`, { note })
  const { value } = draft
  const keep = () => {
    if (value.note.trim() === note) return
    void draft.saving(() => onKeep(value.note))
  }
  return (
    <div>
      <Textarea
        size="xs"
        label={t('words.note')}
        autosize
        minRows={1}
        maxRows={8}
        value={value.note}
        onChange={({ currentTarget }) => draft.set({ note: currentTarget.value })}
        onBlur={keep}
      />
      <DraftNote draft={draft} />
    </div>
  )
}

/** The imports that speak of the sale, the first first; what another one knows better is said so. */
function SaleHistory({ sale, services: { db } }: Pick<Props, 'sale' | 'services'>) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const ids = sale.history.map(({ importId }) => importId)
  const records = useLiveQuery(() => db.imports.bulkGet(ids), [db, ids.join()]) ?? []
  if (sale.history.length === 0) return null
  return (
    <div>
      <Text size="xs" fw={600}>
        {t('words.history')}
      </Text>
      <ul className={classes.history}>
        {sale.history.map(({ importId, inEffect }, at) => {
          const record = records[at]
          const files = record?.files.map(({ name }) => name).join(', ') ?? ''
          return (
            <li key={importId}>
              {record === undefined ? '…' : format.moment(record.committedAt)}
              <span className={classes.greyed}>
                {' '}
                <bdi>{files}</bdi>
                {inEffect ? '' : ` · ${t('words.overruled')}`}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
