import type { BrandServices } from '#data/services.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'

export type ImportFlowProps = {
  readonly services: BrandServices
  /** The open brand's name: it stands in the preview and on the button. */
  readonly brand: string
  readonly opened: boolean
  /** Files dropped on the window; null asks for them in the system's dialog. */
  readonly files: readonly ChosenFile[] | null
  /** The flow is over: committed, cancelled or nothing was chosen. */
  readonly onClose: () => void
  readonly onSeeSales: (importId: string) => void
  readonly onSeeHome: () => void
}

export function ImportFlow({ brand }: ImportFlowProps) {
  return <div>{brand}</div>
}
