import { runWithoutElectron } from './withoutElectron.mjs'

// npm run inspect -- FILE… [--json]: says what export files hold. Writes nothing.
await runWithoutElectron('scripts/inspect.ts')
