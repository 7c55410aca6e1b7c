import { useState } from 'react'
import { Button, Checkbox, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { mergeClients, rejectProposals } from '#data/clients.ts'
import type { Change } from '#data/commit.ts'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import type { ClientProposal } from '#shared/client/proposals.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ClientsServices } from './clientsServices.ts'
import { useClientNames } from './useClientNames.ts'
import classes from './clients.module.css'

type Props = {
  readonly services: ClientsServices
  readonly proposals: readonly ClientProposal[]
  readonly onClose: () => void
}

/** So many are shown; all of them are merged if the person says so. */
const shown = 100
const now = () => new Date().toISOString()
const nameOf = ({ keys }: ClientProposal) => keys.join(' ')

/** Who is likely one and the same, why, and the choice what to make of it. */
export function ProposalsDialog({ services, proposals, onClose }: Props) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const { db, book, history } = services
  const [off, setOff] = useState<ReadonlySet<string>>(
    () => new Set(proposals.filter(({ why }) => why === 'name').map(nameOf)), // a name alone is no proof: the person decides
  )
  const drawn = proposals.slice(0, shown)
  const chosen = proposals.filter((one) => !off.has(nameOf(one)))
  const rowsFor = async (keys: readonly string[]) =>
    new Map(
      (
        await book.clients(
          { filter: {}, keys, sort: { by: 'name', descending: false }, from: 0, count: keys.length },
          {},
        )
      ).rows.map((row) => [row.key, row]),
    )
  const { answer: rows } = useAnswer(
    book.subscribe,
    () => rowsFor(drawn.flatMap(({ keys }) => keys)),
    drawn.map(nameOf).join('\n'),
  )
  const report = (change: Change, message: string) =>
    showUndo({
      id: `clients ${change.seq}`,
      message,
      undo: t('undo'),
      onUndo: () => void history.undoStep(change.seq),
    })
  const merge = async () => {
    const known = await rowsFor(chosen.flatMap(({ keys }) => keys))
    const groups = chosen.map(({ keys }) => keys.flatMap((key) => known.get(key) ?? []))
    const change = await mergeClients(db, groups, now())
    onClose()
    report(change, t('proposals.merged', { count: groups.length }))
  }
  const reject = async (rejected: readonly ClientProposal[]) =>
    report(
      await rejectProposals(
        db,
        rejected.map(({ keys }) => keys),
      ),
      t('proposals.apart'),
    )
  const toggle = (one: ClientProposal, isOn: boolean) => {
    const next = new Set(off)
    if (isOn) next.delete(nameOf(one))
    else next.add(nameOf(one))
    setOff(next)
  }
  return (
    <Modal
      opened
      size={720}
      title={t('proposals.title')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {proposals.length === 0 ? t('proposals.none') : t('proposals.text')}
      </Text>
      <ul className={classes.proposals}>
        {drawn.map((one) => (
          <li key={nameOf(one)} className={classes.proposal}>
            <Checkbox
              checked={!off.has(nameOf(one))}
              aria-label={t('proposals.choose', { name: one.shared })}
              onChange={({ currentTarget }) => toggle(one, currentTarget.checked)}
            />
            <div>
              <p className={classes.why}>
                <bdi>{t(`proposals.why.${one.why}`, { shared: one.shared })}</bdi>
              </p>
              {one.keys.map((key) => (
                <Party key={key} row={rows?.get(key)} />
              ))}
            </div>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void reject([one])}>
              {t('proposals.reject')}
            </Button>
          </li>
        ))}
      </ul>
      {proposals.length > shown && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('proposals.more', { number: format.number(proposals.length - shown) })}
        </Text>
      )}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('form.cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => void merge()}>
          {t('proposals.merge', { count: chosen.length, number: format.number(chosen.length) })}
        </Button>
      </Group>
    </Modal>
  )
}

function Party({ row }: { readonly row: ClientRow | undefined }) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const names = useClientNames()
  if (row === undefined) return <p className={classes.party}>…</p>
  const said = [
    names.channels(row.channels),
    row.isRecord ? row.mail : names.handle(row.key),
    t('salesOf', { count: row.sales, number: format.number(row.sales) }),
  ]
  return (
    <p className={classes.party}>
      <bdi>{names.name(row)}</bdi>
      <span className={classes.quiet}>
        {' '}
        <bdi>{said.filter((text) => text !== '').join(' · ')}</bdi>
      </span>
    </p>
  )
}
