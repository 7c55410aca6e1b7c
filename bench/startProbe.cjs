// Loaded into Electron's main process by `-r`: says when the first window has drawn the texts asked for.
const { app } = require('electron')

const stages = JSON.parse(process.env.BENCH_TEXTS ?? '[]')

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    for (const [at, texts] of stages.entries()) {
      void contents.executeJavaScript(`(${whenDrawn.toString()})(${JSON.stringify(texts)})`).then((time) => {
        process.stdout.write(`\ndrawn ${at} ${time}\n`)
      })
    }
  })
})

/** Runs in the page: the time two frames after all the texts stand there. */
function whenDrawn(texts) {
  return new Promise((resolve) => {
    const now = () => performance.timeOrigin + performance.now()
    const look = () => {
      const text = document.body?.textContent ?? ''
      if (!texts.every((expected) => text.includes(expected))) requestAnimationFrame(look)
      else requestAnimationFrame(() => requestAnimationFrame(() => resolve(now())))
    }
    look()
  })
}
