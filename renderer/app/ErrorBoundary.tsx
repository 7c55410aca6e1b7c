import { Component, type ErrorInfo, type ReactNode } from 'react'
import type { Api } from '#shared/ipc/contract.ts'
import { ErrorScreen } from './ErrorScreen.tsx'
import { logBug } from './logBug.ts'

type Props = { readonly api: Pick<Api, 'logError'>; readonly children: ReactNode }
type State = { readonly broken: boolean }

/** React asks for a class here. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    void logBug(this.props.api, error, componentStack ?? '')
  }

  override render(): ReactNode {
    return this.state.broken ? <ErrorScreen onReload={() => window.location.reload()} /> : this.props.children
  }
}
