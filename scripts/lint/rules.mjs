/** Rules of this project that the linter does not bring. */
const always = new Set(['put', 'bulkPut', 'bulkAdd', 'bulkDelete', 'bulkUpdate', 'modify', 'upsert'])
const ofTable = new Set(['add', 'update', 'delete', 'clear'])
const database =
  /(^|\.)(db|database|registry|transaction|tx)(\.\w+$|\.table\()|\.(where|toCollection|table)\(/

/**
 * Records are written by `commit()` alone: a write beside it is missing from undo, the change log and the witness.
 * A file that keeps something other than records names its own tables.
 */
const oneWayToWrite = {
  meta: { schema: [{ type: 'object' }] },
  create(context) {
    const own = context.options[0]?.own ?? []
    const foreign = new RegExp(`\\bdb\\.(?!(?:${own.join('|')})\\b)\\w+|\\.table\\(`)
    return {
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || callee.computed) return
        const target = context.sourceCode.getText(callee.object)
        const method = callee.property.name
        const writes = always.has(method) || (ofTable.has(method) && database.test(target))
        if (!writes || (own.length > 0 && !foreign.test(target))) return
        context.report({
          node,
          message: `Write records through commit(), not with .${method}() on the table.`,
        })
      },
    }
  },
}

const weakened = {
  webSecurity: false,
  sandbox: false,
  contextIsolation: false,
  nodeIntegration: true,
  nodeIntegrationInWorker: true,
  nodeIntegrationInSubFrames: true,
  allowRunningInsecureContent: true,
  experimentalFeatures: true,
  webviewTag: true,
}

/** The window's protections are never switched off, not even for a moment. */
const keepProtections = {
  create: (context) => ({
    Property(node) {
      const name = node.key.name ?? node.key.value
      const off =
        Object.hasOwn(weakened, name) && node.value.type === 'Literal' && node.value.value === weakened[name]
      if (off || name === 'enableBlinkFeatures')
        context.report({ node, message: `${name} would weaken the window.` })
    },
    Literal(node) {
      const asks = node.parent.callee?.property?.name === 'hasSwitch'
      if (typeof node.value === 'string' && node.value.includes('no-sandbox') && !asks) {
        context.report({ node, message: 'Shipped code never runs without the sandbox.' })
      }
    },
    JSXOpeningElement(node) {
      if (['webview', 'iframe'].includes(node.name.name))
        context.report({ node, message: `<${node.name.name}> shows foreign pages.` })
    },
  }),
}

export default {
  meta: { name: 'microbrand' },
  rules: { 'one-way-to-write': oneWayToWrite, 'keep-protections': keepProtections },
}
