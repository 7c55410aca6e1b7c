import type { Page } from 'playwright'
import type { OpenedApp } from './openApp.ts'

export type Scene = {
  /** Beginning of the picture's file name. */
  readonly name: string
  /** What the picture shows, for its index. */
  readonly shows: string
  readonly go: (opened: OpenedApp) => Promise<unknown>
  /** A text that is there only once the screen is right. */
  readonly figure: string
  readonly height?: number
  /** How many charts are drawn on it. */
  readonly charts?: number
  /** Where it is not the window itself that is taken: a page that lies over it. */
  readonly page?: (opened: OpenedApp) => Promise<Page>
}
/** An app with something in it, and the screens to be taken of it. */
export type World = {
  readonly name: string
  readonly open: () => Promise<OpenedApp>
  readonly scenes: readonly Scene[]
}
