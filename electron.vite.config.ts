import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { licences } from './scripts/licences.mjs'

const { note, write } = licences()

// Everything is bundled: the packaged app carries no node_modules. The targets fit the oldest Electron it is run with.
export default defineConfig({
  main: {
    plugins: [note()],
    build: {
      target: 'node20',
      externalizeDeps: false,
      lib: { entry: { main: 'electron/main.ts', prover: 'electron/backup/program.ts' }, formats: ['es'] },
      rollupOptions: {
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [note()],
    build: {
      target: 'node20',
      externalizeDeps: false,
      lib: { entry: 'electron/preload.ts', formats: ['cjs'] },
      rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), note(), write()],
    worker: { format: 'es', plugins: () => [note()] },
    build: {
      target: 'chrome130',
      minify: 'oxc',
      assetsInlineLimit: 0, // the content policy allows files, not data: addresses
      chunkSizeWarningLimit: 2000, // in kB; read from disk, not from a network
      rollupOptions: {
        input: { index: 'renderer/index.html', find: 'renderer/find.html', paper: 'renderer/paper.html' },
      },
    },
  },
})
