import '@fontsource-variable/inter/wght.css'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createCatalogue } from '#app/i18n.ts'
import { FindBar } from '#features/find/FindBar.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <I18nextProvider i18n={createCatalogue()}>
    <FindBar api={window.api} />
  </I18nextProvider>,
)
