import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = 'tests/fixtures/einvoice'
const made = mkdtempSync(join(tmpdir(), 'microbrand-invoice-'))
afterAll(() => rmSync(made, { recursive: true }))
const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/readInvoice.mjs', ...words], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('an e-invoice is told in words, with the totals its lines make', () => {
  const { status, stdout } = run(`${folder}/ubl-tc434-example5.xml`)
  expect(status).toBe(0)
  // as the example states them
  expect(stdout).toContain('in DKK, lines: 3')
  expect(stdout).toMatch(/without tax +4000\.00\n +tax +675\.00\n +with tax +4675\.00\n +to pay +2337\.50\n/)
  expect(stdout).toContain('Every total follows from the lines.')
})

test('both syntaxes are read at once, as JSON', () => {
  const { status, stdout } = run(
    '--json',
    `${folder}/CII_example5.xml`,
    `${folder}/ubl-tc434-creditnote1.xml`,
  )
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    invoices: [
      { syntax: 'cii', type: '380', number: 'TOSL110', day: '2013-04-10', seller: 'SellerCompany', lines: 3 },
      {
        syntax: 'ubl',
        type: '381',
        number: '018304 / 28865',
        totals: { taxInclusive: '100.11', tax: '0.00' },
      },
    ],
  })
})

test('a total that does not follow is named, and the command says so at its end', () => {
  const file = join(made, 'wrong.xml')
  const text = readFileSync(`${folder}/CII_example5.xml`, 'utf8')
  writeFileSync(file, text.replace('<ram:GrandTotalAmount>4675<', '<ram:GrandTotalAmount>4765<'))
  const { status, stdout } = run(file)
  expect(status).toBe(1)
  expect(stdout).toContain('BT-112 says 4765; the lines make it 4675.00.')
})

test('what is no e-invoice is told why, and the others are read', () => {
  const file = join(made, 'page.xml')
  writeFileSync(file, '<html><body/></html>')
  const { status, stdout, stderr } = run(file, join(made, 'none.xml'), `${folder}/CII_example3.xml`)
  expect(status).toBe(2)
  expect(stderr).toContain('page.xml: this is XML, but no UBL invoice')
  expect(stderr).toContain('none.xml: there is no such file.')
  expect(stdout).toContain('CII_example3.xml: invoice')
})
