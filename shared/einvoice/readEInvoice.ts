import { parseXml, XmlCdata, XmlElement, XmlText } from '@rgrove/parse-xml'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { Group } from './term.ts'
import { invoiceTerms } from './terms.ts'

/** A group of EN 16931's model with what a file says in it, by the ids of the standard (`BT-1`); days are `YYYY-MM-DD`. */
export type Said = {
  readonly id: string
  readonly terms: ReadonlyMap<string, string>
  readonly groups: readonly Said[]
}
export type Syntax = 'ubl' | 'cii'
export type EInvoice = { readonly syntax: Syntax; readonly invoice: Said }

export type EInvoiceError =
  /** The text is no XML; where it breaks, from 1. */
  | { readonly code: 'not-xml'; readonly line: number }
  /** XML, but neither a UBL invoice or credit note nor a cross industry invoice. */
  | { readonly code: 'not-an-e-invoice'; readonly root: string }

/** Reads an invoice or credit note in either syntax of EN 16931. Nothing is judged here: what is missing is not there. */
export function readEInvoice(text: string): Result<EInvoice, EInvoiceError> {
  const root = rootOf(text)
  if (!root.ok) return root
  const syntax = syntaxes.get(localName(root.value))
  if (!syntax) return err({ code: 'not-an-e-invoice', root: root.value.name })
  return ok({ syntax, invoice: read(root.value, invoiceTerms, syntax) })
}

const syntaxes: ReadonlyMap<string, Syntax> = new Map([
  ['Invoice', 'ubl'],
  ['CreditNote', 'ubl'],
  ['CrossIndustryInvoice', 'cii'],
])

function rootOf(text: string): Result<XmlElement, EInvoiceError> {
  try {
    const { root } = parseXml(text)
    return root ? ok(root) : err({ code: 'not-xml', line: 1 })
  } catch (error) {
    const line = error instanceof Error && 'line' in error ? Number(error.line) : 1
    return err({ code: 'not-xml', line })
  }
}

function read(element: XmlElement, { id, terms, groups }: Group, syntax: Syntax): Said {
  const found = terms.flatMap((term) => {
    const text = term[syntax] === '' ? undefined : textsAt(element, term[syntax])[0]
    return text === undefined || text === '' ? [] : [[term.id, text] as const]
  })
  return {
    id,
    terms: new Map(found),
    groups: groups.flatMap((group) =>
      elementsAt([element], group[syntax])
        .map((one) => read(one, group, syntax))
        .filter((said) => said.terms.size > 0 || said.groups.length > 0),
    ),
  }
}

function textsAt(element: XmlElement, path: string): readonly string[] {
  const [, elements = '', attribute] = /^(.*?)(?:\/?@(\w+))?$/.exec(path) ?? []
  return elementsAt([element], elements).map((found) =>
    attribute === undefined ? dayOrText(found) : (attributeOf(found, attribute) ?? ''),
  )
}

function elementsAt(from: readonly XmlElement[], path: string): readonly XmlElement[] {
  if (path === '' || path === '.') return from
  return path
    .split(step)
    .reduce<readonly XmlElement[]>((elements, part) => elements.flatMap((one) => stepTo(one, part)), from)
}

// a slash inside of brackets belongs to the condition
const step = /\/(?![^[]*\])/

function stepTo(element: XmlElement, part: string): readonly XmlElement[] {
  if (part === '^') return element.parent instanceof XmlElement ? [element.parent] : []
  const [, names = '', condition] = /^([\w|]+)(?:\[(.+)\])?$/.exec(part) ?? []
  const alternatives = names.split('|')
  const children = element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && alternatives.includes(localName(child)),
  )
  return condition === undefined ? children : children.filter((child) => holds(child, condition))
}

/** `Path=value|value`, `Path!=value`, or a path that must be there. */
function holds(element: XmlElement, condition: string): boolean {
  const [, path = '', sign, value] = /^([^!=]+)(?:(!?=)(.*))?$/.exec(condition) ?? []
  const texts = textsAt(element, path)
  if (sign === undefined) return texts.length > 0
  const values = (value ?? '').split('|')
  return texts.some((text) => values.includes(text)) === (sign === '=')
}

const localName = ({ name }: XmlElement) => name.slice(name.indexOf(':') + 1)
const attributeOf = ({ attributes }: XmlElement, name: string) =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined

/** The text of an element alone; a day of CII (format 102, `YYYYMMDD`) as UBL writes it. */
function dayOrText(element: XmlElement): string {
  const text = element.children
    .map((child) => (child instanceof XmlText || child instanceof XmlCdata ? child.text : ''))
    .join('')
    .trim()
  return attributeOf(element, 'format') === '102' ? text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') : text
}
