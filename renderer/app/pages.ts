import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import IconFileInvoice from '@tabler/icons-react/dist/esm/icons/IconFileInvoice.mjs'
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs'
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs'
import IconPackage from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs'
import IconReceipt from '@tabler/icons-react/dist/esm/icons/IconReceipt.mjs'
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs'
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'

/** The screens of a brand: the navigation shows them, the palette finds them, the window's title names them. */
export const pages = [
  { name: 'home', to: '/', icon: IconHome },
  { name: 'sales', to: '/sales', icon: IconReceipt },
  { name: 'products', to: '/products', icon: IconPackage },
  { name: 'clients', to: '/clients', icon: IconUsers },
  { name: 'invoices', to: '/documents', icon: IconFileInvoice },
] as const
/** Those at the foot of the navigation. */
export const pagesBelow = [
  { name: 'imports', to: '/imports', icon: IconFileImport },
  { name: 'rules', to: '/rules', icon: IconListCheck },
  { name: 'backups', to: '/backups', icon: IconShieldCheck },
  { name: 'settings', to: '/settings', icon: IconSettings },
] as const
