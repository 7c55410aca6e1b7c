import { join } from 'node:path'
import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron'
import type sentences from '#resources/locales/en/main.json'
import { safeFileName } from './files/fileName.ts'

// The system's own dialogs. Each is looked up in `dialog` at call time: a test can answer in the person's place.

type Words = typeof sentences
export type SaveKind = keyof Words['save']
type Question<A extends string> = { readonly message: string; readonly detail: string } & Readonly<
  Record<A, string>
>

export async function chooseFiles(words: Words['choose'], parent: BrowserWindow): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: words.title,
    buttonLabel: words.button,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words.exports, extensions: ['csv', 'txt', 'tsv'] },
      { name: words.all, extensions: ['*'] },
    ],
  })
  return canceled ? [] : filePaths
}

/** A backup from anywhere; `null` if cancelled. */
export async function chooseBackup(words: Words['backup'], parent: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: words.title,
    buttonLabel: words.button,
    properties: ['openFile'],
    filters: [
      { name: words.backups, extensions: ['zip'] },
      { name: words.all, extensions: ['*'] },
    ],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Where backups are to be kept, or many PDFs to go; `null` if cancelled. */
export async function chooseFolder(
  words: Words['backupFolder' | 'paperFolder'],
  parent: BrowserWindow,
  present: string,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: words.title,
    buttonLabel: words.button,
    defaultPath: present,
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Where to save, just as the person named it; `null` if cancelled. */
export async function chooseTarget(
  words: Words['save'],
  parent: BrowserWindow,
  suggestedName: string,
  kind: SaveKind,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(parent, {
    defaultPath: join(app.getPath('downloads'), safeFileName(suggestedName, kind)),
    filters: [{ name: words[kind], extensions: [kind] }],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Asks something that cannot wait for the window. The last answer is the harmless one: Enter and closing give it. */
export async function ask<A extends string>(
  question: Question<A>,
  answers: readonly [A, ...A[]],
  parent: BrowserWindow | null,
  signal?: AbortSignal,
): Promise<A> {
  const harmless = answers.length - 1
  const options: MessageBoxOptions = {
    type: 'warning',
    message: question.message,
    detail: question.detail,
    buttons: answers.map((answer) => question[answer]),
    defaultId: harmless,
    cancelId: harmless,
    noLink: true,
    ...(signal === undefined ? {} : { signal }),
  }
  const shown = parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options)
  return answers[(await shown).response] ?? answers[0]
}
