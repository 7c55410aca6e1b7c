import { Component, type ErrorInfo, type ReactNode } from 'react'
import type { Api } from '#shared/ipc/contract.ts'
import { ErrorScreen } from './ErrorScreen.tsx'

type Props = { readonly api: Pick<Api, 'logError'>; readonly children: ReactNode }
type State = { readonly broken: boolean }

/** React asks for a class here. The log gets the name and place of a bug, never its message: that may quote a file. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    void this.props.api.logError({ code: error.name, stack: stackOf(error, componentStack ?? '') })
  }

  override render(): ReactNode {
    return this.state.broken ? <ErrorScreen onReload={() => window.location.reload()} /> : this.props.children
  }
}

/** The lines of a stack that name places; the first ones repeat the message. */
export function stackOf(error: Error, componentStack: string): string {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [...places, componentStack].join('\n').slice(0, 20_000)
}
