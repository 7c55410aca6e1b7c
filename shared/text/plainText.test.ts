import { expect, test } from 'vitest'
import { plainText } from './plainText.ts'

test.each([
  ['<p>Hand thrown,\n"speckled"</p>', 'Hand thrown, "speckled"'],
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['One<br>Two', 'One\nTwo'],
  ['<ul><li>Lavender</li><li>Shea</li></ul>', ' * Lavender\n * Shea'.trim()],
  ['<h2>Care &amp; use</h2>', 'Care & use'],
  ['see <a href="https://evil.example/?a=1">our shop</a>', 'see our shop'],
  ['plain words, 3 < 4 & so', 'plain words, 3 < 4 & so'],
  ['', ''],
])('%j reads %j', (html, text) => {
  expect(plainText(html)).toBe(text)
})

test('what could run or be fetched leaves nothing but its words', () => {
  const hostile =
    '<img src="https://evil.example/x" onerror="alert(1)"><script>alert(2)</script><style>a{}</style><b onclick="x">hi</b>'
  expect(plainText(hostile)).toBe('hi')
  expect(plainText('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('<script>alert(1)</script>')
})

test('a description without an end is cut, and tags without an end do not stop it', () => {
  expect(plainText('<div>'.repeat(5000) + 'deep').length).toBeLessThan(60_000)
  expect(plainText('x'.repeat(100_000)).length).toBeLessThanOrEqual(60_010)
})
