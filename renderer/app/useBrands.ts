import { useRef } from 'react'
import { notifications } from '@mantine/notifications'
import type { RouterHistory } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { deleteBrand, restoreBrand } from '#data/deletedBrands.ts'
import { listBrands } from '#data/registry.ts'
import type { Workers } from '#data/workers.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import { showUndo } from '#ui/showUndo.tsx'
import { openIn, openStage, type Stage } from './stage.ts'

/** Says why the open brand cannot be left just now, or null. */
export type Guard = () => string | null

/** What can be done about the person's brands, from wherever in the window. */
export type BrandActs = {
  /** Opens another brand, with files to import first. */
  readonly open: (id: string, files?: readonly ChosenFile[]) => Promise<void>
  /** Names a new brand, with a way back to the open one. */
  readonly add: () => void
  /** Takes a brand out of every list; the toast and Settings bring it back. */
  readonly remove: (id: string) => Promise<void>
  readonly restore: (id: string) => Promise<void>
}

type Parts = {
  readonly workers: Workers
  readonly history: RouterHistory
  readonly t: TFunction<'app'>
  /** What the window shows now, also to a toast that was shown long ago. */
  readonly current: () => Stage
  readonly move: (stage: Stage) => void
}

/** Goes from brand to brand: the next one is open before the last one is let go of, and nothing of that one stays on screen. */
export function useBrands({ workers, history, t, current, move }: Parts) {
  const guard = useRef<Guard>(() => null)
  const isMoving = useRef(false)

  const isHeld = (): boolean => {
    const reason = current().at === 'brand' ? guard.current() : null
    if (reason !== null) notifications.show({ id: 'held', color: 'orange', message: reason })
    return reason !== null
  }
  /** Shows the next stage, and closes the brand it does not hold any more. */
  const leaveFor = (next: Stage) => {
    const [last, held] = [openIn(current()), openIn(next)]
    if (last !== null && last !== held) {
      notifications.clean() // their buttons would act on the brand that is left
      notifications.cleanQueue()
      // filters and records of that brand mean nothing in this one; the page does
      history.push(/^\/[^/]*/.exec(history.location.pathname)?.[0] ?? '/', {}, { ignoreBlocker: true })
      setTimeout(() => void last.close()) // once it is not drawn any more
    }
    move(next)
  }
  const enter = async (brand: Brand, files: readonly ChosenFile[] = []): Promise<void> => {
    const from = current()
    if (isMoving.current || !('services' in from) || from.at === 'recovery') return
    isMoving.current = true
    const next = await openStage(from.services, workers, brand, files).finally(() => {
      isMoving.current = false
    })
    if (next.at === 'refused' && openIn(from) !== null) {
      notifications.show({ color: 'red', message: t(`brands.${next.code}`, { name: brand.name }) })
      return
    }
    leaveFor(next)
  }
  const open = async (id: string, files: readonly ChosenFile[] = []): Promise<void> => {
    const from = current()
    if (from.at !== 'brand' || from.open.brand.id === id || isHeld()) return
    const brand = (await listBrands(from.services.registry)).find((one) => one.id === id)
    if (brand !== undefined) await enter(brand, files)
  }
  const add = () => {
    const from = current()
    if (from.at === 'brand' && !isHeld()) {
      notifications.clean()
      move({ at: 'welcome', services: from.services, behind: from })
    }
  }
  const restore = async (id: string): Promise<void> => {
    const from = current()
    if (!('services' in from)) return
    const brand = await restoreBrand(from.services.registry, id)
    if (brand !== null && openIn(from) === null) await enter(brand)
  }
  const remove = async (id: string): Promise<void> => {
    const from = current()
    if (from.at !== 'brand') return
    const { services, open: opened } = from
    const isOpen = opened.brand.id === id
    if (isOpen && isHeld()) return
    const before = await listBrands(services.registry)
    const at = before.findIndex((one) => one.id === id)
    await deleteBrand(services.registry, id, Date.now())
    const next = before[at + 1] ?? before[at - 1]
    if (isOpen && next === undefined) leaveFor({ at: 'welcome', services, behind: null })
    else if (isOpen && next !== undefined) leaveFor(await openStage(services, workers, next, []))
    const undo = async () => {
      const brand = await restoreBrand(services.registry, id)
      if (brand !== null && isOpen && !isHeld()) await enter(brand)
    }
    showUndo({
      id: `brand ${id}`,
      message: t('brands.deleted', { name: before[at]?.name ?? '' }),
      undo: t('brands.undo'),
      onUndo: () => void undo(),
    })
  }
  const acts: BrandActs = { open, add, remove, restore }
  const setGuard = (why: Guard) => {
    guard.current = why
  }
  return { acts, enter, setGuard }
}
