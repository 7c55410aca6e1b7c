import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
  useLocation,
  useNavigate,
  type RouterHistory,
} from '@tanstack/react-router'
import { BackupsScreen } from '#features/backups/BackupsScreen.tsx'
import { documentSearch, newSearch } from './documentSearch.ts'
import { BusinessScreen } from '#features/business/BusinessScreen.tsx'
import { DocumentRoute } from './DocumentRoute.tsx'
import { HomeScreen } from '#features/home/HomeScreen.tsx'
import { homeSearch } from '#features/home/search.ts'
import { ImportsScreen } from '#features/imports/ImportsScreen.tsx'
import { ClientPage } from '#features/clients/ClientPage.tsx'
import { ClientsScreen } from '#features/clients/ClientsScreen.tsx'
import { clientsSearch } from '#features/clients/search.ts'
import { InvoicesScreen } from '#features/invoices/InvoicesScreen.tsx'
import { invoicesSearch } from '#features/invoices/search.ts'
import { RecordScreen } from '#features/record/RecordScreen.tsx'
import { RulesScreen } from '#features/rules/RulesScreen.tsx'
import { rulesSearch } from '#features/rules/search.ts'
import { ProductsScreen } from '#features/products/ProductsScreen.tsx'
import { productSearch } from '#features/products/productSearch.ts'
import { ProductScreen } from '#features/products/ProductScreen.tsx'
import { productsSearch } from '#features/products/search.ts'
import { ProposalsScreen } from '#features/products/ProposalsScreen.tsx'
import { SalesScreen } from '#features/sales/SalesScreen.tsx'
import { salesSearch } from '#features/sales/search.ts'
import type { Api } from '#shared/ipc/contract.ts'
import { SettingsScreen } from '#features/settings/SettingsScreen.tsx'
import { uuidv7 } from '#data/uuid.ts'
import { useApp } from './AppContext.tsx'
import { cameBack, isEmpty, useKeptSearch, type ListContext } from './comeBack.ts'
import { ErrorScreen } from './ErrorScreen.tsx'
import { logBug } from './logBug.ts'
import { MissingPage } from './MissingPage.tsx'
import { Shell } from './Shell.tsx'

const rootRoute = createRootRouteWithContext<ListContext>()({
  component: Shell,
  notFoundComponent: MissingPage,
})

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: homeSearch,
  component: function Home() {
    const app = useApp()
    const navigate = useNavigate()
    return (
      <HomeScreen
        services={app.services}
        brand={app.brand}
        search={homeRoute.useSearch()}
        onSearch={(search) => {
          app.keepHomeSearch(search)
          void navigate({ to: '/', search, replace: true })
        }}
        onOpenSales={(behind) => void navigate({ to: '/sales', search: salesSearch.parse(behind) })}
        onOpenProduct={(key) => void navigate({ to: '/products/$key', params: { key } })}
        onOpenClient={(key) => void navigate({ to: '/clients/$key', params: { key } })}
        onSeeProducts={(days) =>
          void navigate({ to: '/products', search: { ...days, sort: 'kept', descending: true } })
        }
        onSeeClients={(days) =>
          void navigate({ to: '/clients', search: { ...days, sort: 'kept', descending: true } })
        }
        onSeeImports={() => void navigate({ to: '/imports' })}
        onSeeRates={() => void navigate({ to: '/settings', hash: 'rates' })}
        onImport={() => app.openImport()}
      />
    )
  },
})

const salesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sales',
  validateSearch: salesSearch,
  beforeLoad: async ({ cause, context, search }) => {
    if (cause !== 'enter' || !isEmpty(search)) return
    const before = await cameBack('sales', context)
    if (before !== null) throw redirect({ to: '/sales', search: salesSearch.parse(before), replace: true })
  },
  component: function Sales() {
    const { services, openImport } = useApp()
    const navigate = useNavigate()
    const { sale: _sale, ...shown } = salesRoute.useSearch()
    useKeptSearch(services, 'sales', shown)
    const onSearch = (search: ReturnType<typeof salesRoute.useSearch>, replace = false) =>
      void navigate({ to: '/sales', search, replace })
    return (
      <SalesScreen
        services={services}
        search={salesRoute.useSearch()}
        onSearch={onSearch}
        places={{
          onClient: (key) => void navigate({ to: '/clients/$key', params: { key } }),
          onProduct: (key) => void navigate({ to: '/products/$key', params: { key } }),
          onNewSale: () => void navigate({ to: '/sales/record' }),
          onEditSale: (id) => void navigate({ to: '/sales/record/$id', params: { id } }),
          onMakeRule: (about) => void navigate({ to: '/rules', search: { new: true, ...about } }),
        }}
        onImport={() => openImport()}
      />
    )
  },
})

const recordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sales/record',
  component: () => <Record id={null} />,
})

const editRecordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sales/record/$id',
  component: function EditRecord() {
    return <Record id={editRecordRoute.useParams().id} />
  },
})

/** Shows a list in place of the page the brand was opened at; undefined where the person went to the page by themselves. */
function useFallBack(list: '/sales' | '/products' | '/clients' | '/documents'): (() => void) | undefined {
  const { cameBackTo } = useApp()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  return pathname === cameBackTo ? () => void navigate({ to: list, search: {}, replace: true }) : undefined
}

function Record({ id }: { readonly id: string | null }) {
  const { services, brand } = useApp()
  const navigate = useNavigate()
  const done = () => void navigate({ to: '/sales', search: {} })
  const onGone = useFallBack('/sales')
  return <RecordScreen services={services} currency={brand.currency} id={id} onDone={done} onGone={onGone} />
}

const productsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/products',
  validateSearch: productsSearch,
  beforeLoad: async ({ cause, context, search }) => {
    if (cause !== 'enter' || !isEmpty(search)) return
    const before = await cameBack('products', context)
    if (before !== null)
      throw redirect({ to: '/products', search: productsSearch.parse(before), replace: true })
  },
  component: function Products() {
    const { services, brand, openImport } = useApp()
    const navigate = useNavigate()
    const search = productsRoute.useSearch()
    const { isNew: _isNew, ...shown } = search
    useKeptSearch(services, 'products', shown)
    return (
      <ProductsScreen
        services={services}
        currency={brand.currency}
        search={search}
        onSearch={(next, replace = false) => void navigate({ to: '/products', search: next, replace })}
        onOpen={(key) => void navigate({ to: '/products/$key', params: { key } })}
        onSeeProposals={() => void navigate({ to: '/products/proposals' })}
        onSeeSales={(products) => void navigate({ to: '/sales', search: { products: [...products] } })}
        onImport={() => openImport()}
      />
    )
  },
})

const proposalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/products/proposals',
  component: function Proposals() {
    const { services } = useApp()
    const navigate = useNavigate()
    return (
      <ProposalsScreen services={services} onBack={() => void navigate({ to: '/products', search: {} })} />
    )
  },
})

const productRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/products/$key',
  validateSearch: productSearch,
  component: function Product() {
    const { services, brand } = useApp()
    const navigate = useNavigate()
    const { key } = productRoute.useParams()
    return (
      <ProductScreen
        services={services}
        productKey={key}
        currency={brand.currency}
        search={productRoute.useSearch()}
        onSearch={(search) => void navigate({ to: '/products/$key', params: { key }, search, replace: true })}
        onSeeSales={(filter) => void navigate({ to: '/sales', search: salesSearch.parse(filter) })}
        onSeeClient={(client) => void navigate({ to: '/clients/$key', params: { key: client } })}
        onBack={() => void navigate({ to: '/products', search: {} })}
        onGone={useFallBack('/products')}
        onMoved={(moved) => void navigate({ to: '/products/$key', params: { key: moved }, replace: true })}
      />
    )
  },
})

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  component: function Imports() {
    const { services, openImport } = useApp()
    const navigate = useNavigate()
    const onSeeSales = (importId: string) => void navigate({ to: '/sales', search: { importId } })
    return <ImportsScreen services={services} onImport={() => openImport()} onSeeSales={onSeeSales} />
  },
})

const clientsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clients',
  validateSearch: clientsSearch,
  beforeLoad: async ({ cause, context, search }) => {
    if (cause !== 'enter' || !isEmpty(search)) return
    const before = await cameBack('clients', context)
    if (before !== null)
      throw redirect({ to: '/clients', search: clientsSearch.parse(before), replace: true })
  },
  component: function Clients() {
    const { services, brand, openImport } = useApp()
    const navigate = useNavigate()
    const search = clientsRoute.useSearch()
    const { isNew: _isNew, ...shown } = search
    useKeptSearch(services, 'clients', shown)
    return (
      <ClientsScreen
        services={services}
        currency={brand.currency}
        search={search}
        onSearch={(next, replace = false) => void navigate({ to: '/clients', search: next, replace })}
        onOpen={(key) => void navigate({ to: '/clients/$key', params: { key } })}
        onImport={() => openImport()}
      />
    )
  },
})

const clientRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clients/$key',
  component: function Client() {
    const { services } = useApp()
    const navigate = useNavigate()
    const { key } = clientRoute.useParams()
    return (
      <ClientPage
        services={services}
        clientKey={key}
        onSeeSales={(client, { channel, ...days } = {}) => {
          const channels = channel === undefined ? {} : { channels: [channel] }
          void navigate({ to: '/sales', search: { clients: [client], ...days, ...channels } })
        }}
        onSeeSale={(sale, client) => void navigate({ to: '/sales', search: { clients: [client], sale } })}
        onSeeProduct={(product) => void navigate({ to: '/products/$key', params: { key: product } })}
        onSeeImports={() => void navigate({ to: '/imports' })}
        onNewDocument={(kind, client) => void navigate({ to: '/documents/new', search: { kind, client } })}
        onBack={() => void navigate({ to: '/clients', search: {} })}
        onGone={useFallBack('/clients')}
        onMoved={(next) => void navigate({ to: '/clients/$key', params: { key: next }, replace: true })}
      />
    )
  },
})

const documentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents',
  validateSearch: invoicesSearch,
  beforeLoad: async ({ cause, context, search }) => {
    if (cause !== 'enter' || !isEmpty(search)) return
    const before = await cameBack('documents', context)
    if (before !== null)
      throw redirect({ to: '/documents', search: invoicesSearch.parse(before), replace: true })
  },
  component: function Documents() {
    const { services, brand } = useApp()
    const navigate = useNavigate()
    const search = documentsRoute.useSearch()
    useKeptSearch(services, 'documents', search)
    return (
      <InvoicesScreen
        services={services}
        currency={brand.currency}
        search={search}
        onSearch={(next, replace = false) => void navigate({ to: '/documents', search: next, replace })}
        onOpen={(id) => void navigate({ to: '/documents/$id', params: { id }, search: {} })}
        onNew={(kind) => void navigate({ to: '/documents/new', search: { kind } })}
      />
    )
  },
})

/** A new document is written under the id it will have, so that nothing moves once it is stored. */
const newDocumentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/new',
  validateSearch: newSearch,
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/documents/$id', params: { id: uuidv7() }, search, replace: true })
  },
})

const documentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$id',
  validateSearch: documentSearch,
  component: function DocumentPage() {
    return (
      <DocumentRoute
        id={documentRoute.useParams().id}
        search={documentRoute.useSearch()}
        onGone={useFallBack('/documents')}
      />
    )
  },
})

const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules',
  validateSearch: rulesSearch,
  component: function Rules() {
    const { services } = useApp()
    const navigate = useNavigate()
    return (
      <RulesScreen
        services={services}
        search={rulesRoute.useSearch()}
        onSearch={(search) => void navigate({ to: '/rules', search, replace: true })}
      />
    )
  },
})

const backupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/backups',
  component: function Backups() {
    return <BackupsScreen services={useApp().backups} />
  },
})

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: function Settings() {
    const { services, brand, brands, info, onBrand, onAccent } = useApp()
    const navigate = useNavigate()
    return (
      <SettingsScreen
        services={services}
        brand={brand}
        info={info}
        onBrand={onBrand}
        onAccent={onAccent}
        brands={brands}
        onDocuments={() => void navigate({ to: '/settings/documents' })}
      />
    )
  },
})

const businessRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/documents',
  component: function Documents() {
    const { services, brand } = useApp()
    const navigate = useNavigate()
    return (
      <BusinessScreen
        services={services}
        brand={brand}
        onDocument={(id) => void navigate({ to: '/documents/$id', params: { id } })}
      />
    )
  },
})

const routeTree = rootRoute.addChildren([
  homeRoute,
  salesRoute,
  recordRoute,
  editRecordRoute,
  productsRoute,
  proposalsRoute,
  productRoute,
  importsRoute,
  clientsRoute,
  clientRoute,
  newDocumentRoute,
  documentsRoute,
  documentRoute,
  rulesRoute,
  backupsRoute,
  settingsRoute,
  businessRoute,
])

/** Addresses live behind the hash: they survive a reload without the app's protocol knowing them. */
export const createAppRouter = (
  api: Pick<Api, 'logError'>,
  context: ListContext,
  history: RouterHistory,
  onBroken: () => void,
) =>
  createRouter({
    context,
    routeTree,
    history,
    defaultPreload: false,
    defaultErrorComponent: () => <ErrorScreen onReload={() => window.location.reload()} />,
    defaultOnCatch: (error, { componentStack }) => {
      onBroken()
      void logBug(api, error, componentStack ?? '')
    },
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
