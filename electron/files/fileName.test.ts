import { expect, test } from 'vitest'
import { safeFileName } from './fileName.ts'

test.each([
  ['Sales 2025', 'Sales 2025.csv'],
  ['Sales 2025.csv', 'Sales 2025.csv'],
  ['Sales 2025.CSV', 'Sales 2025.csv'],
  ['../../etc/passwd', '-..-etc-passwd.csv'],
  ['C:\\Windows\\win.ini', 'C--Windows-win.ini.csv'],
  ['/etc/cron.d/x', '-etc-cron.d-x.csv'],
  ['.bashrc', 'bashrc.csv'],
  ['...', 'Microbrand.csv'],
  ['   ', 'Microbrand.csv'],
  ['name. . .', 'name.csv'],
  ['CON', '_CON.csv'],
  ['nul.csv', '_nul.csv'],
  ['lpt1.old', '_lpt1.old.csv'],
  ['console', 'console.csv'],
  ['a\u0000b\nc', 'abc.csv'],
  ['invoice\u202Egpj.exe', 'invoicegpj.exe.csv'],
  ['Ame\u0301lie', 'Am\u00e9lie.csv'],
  ['売上', '売上.csv'],
])('%j becomes %j', (suggested, safe) => {
  expect(safeFileName(suggested, 'csv')).toBe(safe)
})

test('cuts long names between characters, not within them', () => {
  const name = safeFileName('売'.repeat(100), 'csv')
  expect(name).toBe(`${'売'.repeat(38)}.csv`) // 38 × 3 bytes + 4 = 118 of 120
})
