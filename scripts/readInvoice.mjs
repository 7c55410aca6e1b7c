import { runWithoutElectron } from './withoutElectron.mjs'

// npm run read-invoice -- FILE… [--json]: says what e-invoices hold. Writes nothing.
await runWithoutElectron('scripts/readInvoice.ts')
