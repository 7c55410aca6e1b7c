import { useNavigate } from '@tanstack/react-router'
import { useHotkeys } from '@mantine/hooks'
import { useSpotlight, type createSpotlight } from '@mantine/spotlight'
import { Palette } from '#features/palette/Palette.tsx'
import type { Places } from '#features/palette/useRows.ts'
import type { Brand } from '#shared/brand/brand.ts'
import { isDialogOpen } from './isDialogOpen.ts'
import { useApp } from './AppContext.tsx'
import { usePaletteEntries } from './usePaletteEntries.ts'

type Props = {
  readonly palette: ReturnType<typeof createSpotlight>
  readonly brands: readonly Brand[]
}

/** The palette of the open brand, and where it leads. */
export function AppPalette({ palette: [store, { toggle, close }], brands }: Props) {
  const { services, info, importing } = useApp()
  const navigate = useNavigate()
  const { opened } = useSpotlight(store)
  const entries = usePaletteEntries(opened, brands)
  const mac = info.platform === 'darwin'
  // the menu hears it as well, but only where the system gives it the key
  useHotkeys(
    [[mac ? 'meta+K' : 'ctrl+K', () => importing === null && (opened || !isDialogOpen()) && toggle()]],
    [],
  )
  const places: Places = {
    open: (sort, key) => {
      if (sort === 'client') void navigate({ to: '/clients/$key', params: { key } })
      else if (sort === 'product') void navigate({ to: '/products/$key', params: { key } })
      else void navigate({ to: '/sales', search: { sale: key } })
    },
    all: (sort, text) => {
      const to = sort === 'client' ? '/clients' : sort === 'product' ? '/products' : '/sales'
      void navigate({ to, search: { text } })
    },
    salesOf: (sort, key, text) => {
      if (sort === 'client') void navigate({ to: '/sales', search: { clients: [key] } })
      else if (sort === 'product') void navigate({ to: '/sales', search: { products: [key] } })
      else void navigate({ to: '/sales', search: { text, sale: key } })
    },
  }
  return (
    <Palette
      store={store}
      onClose={close}
      book={services.book}
      recent={services.recent}
      entries={entries}
      places={places}
      mac={mac}
    />
  )
}
