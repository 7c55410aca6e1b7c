import { nameBrand, openApp } from './openApp.ts'
import { press, visit, whole } from './acts.ts'
import type { World } from './scene.ts'

export const firstStart: World = {
  name: 'first start',
  open: () => openApp(),
  scenes: [
    {
      name: 'first-start',
      shows: 'The first start: the brand is named',
      go: () => Promise.resolve(),
      figure: 'Your brand',
    },
    {
      name: 'first-start-ways-on',
      shows: 'The first start: two ways on',
      go: ({ page }) => nameBrand(page, 'Tide & Fern'),
      figure: 'Bring in your first sales',
    },
  ],
}

export const empty: World = {
  name: 'an empty brand',
  open: async () => {
    const opened = await openApp()
    await nameBrand(opened.page, 'Tide & Fern')
    await press(opened.page, 'Start empty')
    return opened
  },
  scenes: [
    {
      name: 'home-empty',
      shows: 'Home before the first import',
      go: visit('Home'),
      figure: 'Drop order exports',
    },
    {
      name: 'sales-empty',
      shows: 'Sales before the first import',
      go: visit('Sales'),
      figure: 'No sales yet',
    },
    {
      name: 'imports-empty',
      shows: 'Imports before the first import',
      go: visit('Imports'),
      figure: 'No imports yet',
    },
    {
      name: 'backups-empty',
      shows: 'Backups before there is anything to keep',
      go: visit('Backups'),
      figure: 'No proven backup yet',
    },
    {
      name: 'settings-empty',
      shows: 'Settings',
      go: visit('Settings'),
      figure: 'Exchange rates',
      height: whole,
    },
  ],
}
