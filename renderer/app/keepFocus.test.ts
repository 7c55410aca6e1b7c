// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFocus } from './keepFocus.ts'

const elementsOf = (text: string) => new DOMParser().parseFromString(text, 'text/html').body.children
let end = () => {}
beforeEach(() => {
  const page = `
    <nav><a href="#a">Home</a></nav>
    <main>
      <h1>Rules</h1>
      <button id="new">New rule</button>
      <ul>
        <li id="one"><button>Remove the first</button></li>
        <li id="two"><button>Remove the second</button></li>
      </ul>
      <div id="list"><div id="bar"><button>Merge</button></div><button>Gross</button><div role="grid" tabindex="0"></div></div>
    </main>`
  document.body.replaceChildren(...elementsOf(page))
  end = keepFocus(document)
})
afterEach(() => end())

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
const find = (selector: string) => document.querySelector<HTMLElement>(selector)
/** Takes away what is at one place while something in it has the focus. */
async function remove(selector: string, focused: string): Promise<string> {
  find(focused)?.focus()
  find(selector)?.remove()
  await frame()
  await frame()
  return document.activeElement?.textContent?.trim() || (document.activeElement?.getAttribute('role') ?? '')
}

test('the next row takes the focus of one that was deleted', async () => {
  expect(await remove('#one', '#one button')).toBe('Remove the second')
})

test('the heading takes it where nothing is left', async () => {
  find('#two')?.remove()
  expect(await remove('ul', '#one button')).toBe('Rules')
})

test('a list takes the focus of what stood above it for a moment', async () => {
  expect(await remove('#bar', '#bar button')).toBe('grid')
})

test('a dialog gives it back to what had it on the page before', async () => {
  find('#new')?.focus()
  document.body.append(...elementsOf('<div role="dialog"><input /></div>'))
  expect(await remove('[role=dialog]', '[role=dialog] input')).toBe('New rule')
})

test('who let the focus go by a click on nothing keeps it so', async () => {
  find('#new')?.focus()
  find('#new')?.blur()
  find('#one')?.remove()
  await frame()
  await frame()
  expect(document.activeElement).toBe(document.body)
})
