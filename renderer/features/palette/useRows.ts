import { useTranslation } from 'react-i18next'
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs'
import IconPackage from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs'
import IconReceipt from '@tabler/icons-react/dist/esm/icons/IconReceipt.mjs'
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import type { Recent } from '#data/recent.ts'
import type { Findings, Hit } from '#shared/book/questions.ts'
import { marked, plain } from '#shared/search/marked.ts'
import { typedWords } from '#shared/search/typedWords.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { Entry, EntrySort, Row, RowGroup, RowSort } from './entry.ts'
import { rankEntries } from './rankEntries.ts'
import type { Found } from './useFindings.ts'

/** Where what the book finds is opened. */
export type Places = {
  readonly open: (sort: Hit['sort'], key: string) => void
  /** The list of its sort with all that has these words. */
  readonly all: (sort: Hit['sort'], text: string) => void
  /** The sales of a client, or with a product; of a sale the list it stands in. */
  readonly salesOf: (sort: Hit['sort'], key: string, text: string) => void
}

/** As many of each sort as stand together without scrolling far. */
const mostOf: Readonly<Record<RowSort, number>> = {
  action: 4,
  screen: 4,
  client: 4,
  product: 4,
  sale: 5,
  import: 3,
  brand: 4,
}
/** Of equally good finds, which stand first. */
const order = Object.keys(mostOf) as readonly RowSort[]
const icons = { sale: IconReceipt, client: IconUser, product: IconPackage } as const

type Parts = {
  readonly entries: readonly Entry[]
  readonly recent: readonly Recent[]
  readonly places: Places
}

/** What is shown for what was found, or for nothing typed yet: the groups in their order. */
export function useRows({ entries, recent, places }: Parts): (found: Found) => readonly RowGroup[] {
  const { t } = useTranslation(['palette', 'sales'])
  const format = useFormat()
  const channel = (id: string) => t(`sales:channels.${id}` as 'sales:channels.etsy', { defaultValue: id })
  const shop = ({ channel: id, account }: Pick<Hit, 'channel' | 'account'>) =>
    id === '' ? '' : account === '' ? channel(id) : t('sales:account', { channel: channel(id), account })

  const ofEntry = (entry: Entry, words: readonly string[]): Row => ({
    id: `${entry.sort}:${entry.id}`,
    sort: entry.sort,
    key: entry.id,
    icon: entry.icon,
    name: marked(entry.name, words),
    about: entry.about === undefined ? [] : [marked(entry.about, words)],
    aside: '',
    shortcut: entry.shortcut,
    run: entry.run,
    runInList: entry.runInList ?? null,
  })
  const asideOf = (hit: Hit): string => {
    const count = hit.sales ?? 0
    const told = hit.sales === null ? format.day(hit.day) : count === 0 ? '' : salesText(count)
    return [shop(hit), told].filter((part) => part !== '').join(' · ')
  }
  const salesText = (count: number) => t('sales', { count, number: format.number(count) })
  const ofHit = (hit: Hit, text: string): Row => ({
    id: `${hit.sort}:${hit.id}`,
    sort: hit.sort,
    key: hit.id,
    icon: icons[hit.sort],
    name: hit.name.text === '' ? plain(t(`nameless.${hit.sort}`)) : hit.name,
    about: hit.about,
    aside: asideOf(hit),
    run: () => places.open(hit.sort, hit.id),
    runInList: () => places.salesOf(hit.sort, hit.id, text),
  })
  const ofMore = (sort: Hit['sort'], total: number, text: string): Row => ({
    id: `${sort}:more`,
    sort,
    key: '',
    icon: IconArrowRight,
    name: plain(t(`more.${sort}`, { count: total, number: format.number(total), text })),
    about: [],
    aside: '',
    isMore: true,
    run: () => places.all(sort, text),
    runInList: null,
  })
  const ofRecent = ({ sort, key, name, about }: Recent): readonly Row[] => {
    if (sort === 'screen' || sort === 'import') {
      const entry = entries.find((one) => one.sort === sort && one.id === key)
      return entry ? [{ ...ofEntry(entry, []), id: `recent:${sort}:${key}` }] : []
    }
    return [
      {
        id: `recent:${sort}:${key}`,
        sort,
        key,
        icon: icons[sort],
        name: plain(name),
        about: about === '' ? [] : [plain(about)],
        aside: t(`one.${sort}`),
        run: () => places.open(sort, key),
        runInList: () => places.salesOf(sort, key, name),
      },
    ]
  }

  const ofEntries = (text: string) => {
    const words = typedWords(text)
    const ranked = rankEntries(entries, words)
    return order.flatMap((sort) => {
      const own = ranked.filter(({ entry }) => entry.sort === sort).slice(0, mostOf[sort])
      const rows = own.map(({ entry }) => ofEntry(entry, words))
      return own[0] ? [{ id: sort, title: t(`groups.${sort}`), rows, rank: own[0].rank }] : []
    })
  }
  const ofFindings = (findings: Findings, text: string) =>
    findings.flatMap(({ sort, rank, total, hits }) => {
      const rows = hits.slice(0, mostOf[sort]).map((hit) => ofHit(hit, text))
      const more = total > rows.length ? [ofMore(sort, total, text)] : []
      return rows.length === 0
        ? []
        : [{ id: sort, title: t(`groups.${sort}`), rows: [...rows, ...more], rank }]
    })

  return ({ text, findings }) => {
    if (text !== '')
      return [...ofEntries(text), ...ofFindings(findings ?? [], text)].toSorted(
        (a, b) => b.rank - a.rank || order.indexOf(a.id) - order.indexOf(b.id),
      )
    const group = (sort: EntrySort) => ({
      id: sort,
      title: t(`groups.${sort}`),
      rows: entries.filter((one) => one.sort === sort).map((entry) => ofEntry(entry, [])),
    })
    const before = { id: 'recent' as const, title: t('groups.recent'), rows: recent.flatMap(ofRecent) }
    return [before, group('action'), group('screen')].filter(({ rows }) => rows.length > 0)
  }
}
