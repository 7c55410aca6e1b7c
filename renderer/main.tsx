import '@fontsource-variable/inter/wght.css'
// what is printed: the engine puts a variable font into a PDF as drawings of its letters
import '@fontsource/inter/400.css'
import '@fontsource/inter/600.css'
// the letters of Swiss payment slips, of which a computer may have none
import '@fontsource/arimo/latin-ext-400.css'
import '@fontsource/arimo/latin-ext-700.css'
import '@fontsource/arimo/latin-400.css'
import '@fontsource/arimo/latin-700.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '#ui/theme/base.css'
import { createRoot } from 'react-dom/client'
import { setNonce } from 'get-nonce'
import { createCatalogue } from '#app/i18n.ts'
import { Root } from '#app/Root.tsx'
import { SendContext, withOwnCommands } from '#app/sendCommand.ts'
import { begin } from '#app/stage.ts'
import { startWorkers } from '#workers/startWorkers.ts'

declare global {
  interface Window {
    readonly api: import('#shared/ipc/contract.ts').Api
  }
}

const { api, send } = withOwnCommands(window.api)
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
setNonce(nonce)

const workers = startWorkers()
const [info, beginning] = await Promise.all([api.appInfo({}), begin(api, workers)])
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <SendContext value={send}>
    <Root
      api={api}
      workers={workers}
      catalogue={createCatalogue()}
      info={info}
      nonce={nonce}
      beginning={beginning}
    />
  </SendContext>,
)

// The charts are loaded while the book is, after the first screen is drawn.
void import('#ui/chart/StackedBars.tsx')
void import('#ui/chart/Waterfall.tsx')
