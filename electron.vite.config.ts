import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Everything is bundled: the packaged app carries no node_modules.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      lib: { entry: 'electron/main.ts', formats: ['es'] },
      rollupOptions: {
        output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      lib: { entry: 'electron/preload.ts', formats: ['cjs'] },
      rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      minify: 'oxc',
      assetsInlineLimit: 0, // the content policy allows files, not data: addresses
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
})
