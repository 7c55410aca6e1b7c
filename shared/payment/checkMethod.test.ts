import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPaymentMethod } from './checkMethod.ts'
import { checkIban, isQrIban, printedIban } from './iban.ts'
import type { AccountMethod, PaymentMethod, SwissQrMethod } from './method.ts'

const bank = {
  kind: 'bank',
  holder: 'Franz Mustermänn',
  iban: 'DE71110220330123456789',
  bic: '',
  bankName: '',
} as const
const codes = (method: PaymentMethod) =>
  checkPaymentMethod(method).map(({ field, code }) => `${field}: ${code}`)

describe('IBAN', () => {
  // the examples of the IBAN registry
  test.each([
    'AL47212110090000000235698741',
    'AT611904300234573201',
    'BE68539007547034',
    'BR1800360305000010009795493C1',
    'CH9300762011623852957',
    'DE89370400440532013000',
    'ES9121000418450200051332',
    'FR1420041010050500013M02606',
    'GB29NWBK60161331926819',
    'IT60X0542811101000000123456',
    'MT84MALT011000012345MTLCAST001S',
    'NO9386011117947',
    'SA0380000000608010167519',
    'LI21088100002324013AA',
  ])('%s of the registry is right, with spaces and in small letters too', (iban) => {
    expect(checkIban(iban)).toBeNull()
    expect(checkIban(` ${printedIban(iban).toLowerCase()}\u00a0`)).toBeNull()
  })

  test.each([
    ['', 'missing'],
    ['1234', 'iban-country'],
    ['US64SVBKUS6S3300958879', 'iban-country'],
    ['DE8937040044053201300', 'iban-length'],
    ['DE893704004405320130000', 'iban-length'],
    ['DE8937040044053201300O', 'iban-characters'],
    ['DE89370400440532013001', 'iban-checksum'],
    ['DE98370400440532013000', 'iban-checksum'],
  ])('%j is refused: %s', (iban, code) => {
    expect(checkIban(iban)).toEqual({ field: 'iban', code })
  })

  test('one wrong digit is always noticed', () => {
    const digits = fc.tuple(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(digits, ([at, add]) => {
        const iban = 'DE89370400440532013000'
        const wrong = iban.slice(0, at) + String((Number(iban[at]) + add) % 10) + iban.slice(at + 1)
        expect(checkIban(wrong)?.code).toBe('iban-checksum')
      }),
    )
  })

  test('a QR-IBAN is told by its institution', () => {
    expect(isQrIban('CH44 3199 9123 0008 8901 2')).toBe(true)
    expect(isQrIban('CH93 0076 2011 6238 5295 7')).toBe(false)
  })
})

test.each([
  ['BHBLDEHHXXX', []],
  ['bhbldehh', []],
  ['', []],
  ['BHBLDEHHX', ['bic: bic']],
  ['BHBL1EHH', ['bic: bic']],
])('a BIC of %j', (bic, expected) => {
  expect(codes({ ...bank, bic })).toEqual(expected)
})

test('a name is neither blank nor longer than the standard has room for', () => {
  expect(codes({ ...bank, holder: ' \n\t\u200b' })).toEqual(['holder: missing'])
  expect(codes({ ...bank, holder: 'é'.repeat(70) })).toEqual([])
  expect(checkPaymentMethod({ ...bank, holder: 'é'.repeat(71) })).toEqual([
    { field: 'holder', code: 'too-long', limit: 70 },
  ])
})

const swiss: SwissQrMethod = {
  kind: 'swissQr',
  iban: 'CH4431999123000889012',
  reference: 'qr',
  prefix: '',
  creditor: {
    name: 'Robert Schneider AG',
    street: 'Rue du Lac',
    buildingNumber: '1268',
    postcode: '2501',
    town: 'Biel',
    country: 'CH',
  },
}
test.each<[string, Partial<SwissQrMethod>, readonly string[]]>([
  ['the example of SIX', {}, []],
  ['a usual IBAN with QR references', { iban: 'CH9300762011623852957' }, ['iban: iban-not-qr']],
  ['a QR-IBAN with creditor references', { reference: 'creditor' }, ['iban: iban-is-qr']],
  ['a QR-IBAN without reference', { reference: 'none' }, ['iban: iban-is-qr']],
  ['a German IBAN', { iban: 'DE89370400440532013000', reference: 'none' }, ['iban: iban-not-swiss']],
  ['letters as a prefix', { prefix: 'ABC' }, ['prefix: prefix']],
  ['no town', { creditor: { ...swiss.creditor, town: '' } }, ['town: missing']],
  ['Greek', { creditor: { ...swiss.creditor, street: 'Οδός' } }, ['street: characters']],
  ['Romanian', { creditor: { ...swiss.creditor, street: 'Strada Țepeș €' } }, []],
  ['a country in words', { creditor: { ...swiss.creditor, country: 'Schweiz' } }, ['country: country']],
])('QR-bill: %s', (_what, change, expected) => {
  expect(codes({ ...swiss, ...change })).toEqual(expected)
})

const account = (change: Partial<AccountMethod>): AccountMethod => ({
  kind: 'account',
  country: 'US',
  holder: 'Ana Quill',
  bankName: '',
  routing: '021000021',
  account: '123456789',
  bic: '',
  lines: [],
  ...change,
})
test.each<[Partial<AccountMethod>, readonly string[]]>([
  [{}, []],
  [{ routing: '0210-0002 1' }, []],
  [{ routing: '021000012' }, ['routing: routing']],
  [{ routing: '000000000' }, ['routing: routing']],
  [{ routing: '' }, ['routing: missing']],
  [{ account: '12' }, ['account: account']],
  [{ country: 'GB', routing: '60-16-13', account: '31926819' }, []],
  [{ country: 'GB', routing: '60-16-1', account: '31926819' }, ['routing: routing']],
  [{ country: 'CA', routing: '12345-003', account: '1234567' }, []],
  [{ country: 'AU', routing: '062-000', account: '12345678' }, []],
  [{ country: 'IN', routing: 'hdfc0000001', account: '50100012345678' }, []],
  [{ country: 'IN', routing: 'HDFC1000001', account: '50100012345678' }, ['routing: routing']],
  [{ country: 'other', routing: '', account: '1' }, []],
  [{ country: 'other', routing: '', account: '' }, ['account: missing']],
  [{ lines: ['Checking', 'x'.repeat(141), 'y'.repeat(200)] }, ['lines: too-long']],
])('an account %j', (change, expected) => {
  expect(codes(account(change))).toEqual(expected)
})

test.each([
  ['nadeem@npci', []],
  ['a.b-c_1@okhdfcbank', []],
  ['nadeem', ['address: upi-address']],
  ['a@b', ['address: upi-address']],
  ['na deem@npci', ['address: upi-address']],
  ['nadeem@npci&am=1', ['address: upi-address']],
])('a UPI address of %j', (address, expected) => {
  expect(codes({ kind: 'upi', address, name: 'Nadeem Chinna' })).toEqual(expected)
})

test.each([
  ['529.982.247-25', []],
  ['52998224725', []],
  ['52998224735', ['key: cpf']],
  ['11111111111', ['key: cpf']],
  ['00.000.000/0001-91', []], // Banco do Brasil
  ['00000000000192', ['key: cnpj']],
  ['12.ABC.345/01DE-35', []], // the example of Receita Federal for letters
  ['12ABC34501DE53', ['key: cnpj']],
  ['+5561912345678', []],
  ['+55 (61) 91234-5678', []],
  ['+5501912345678', ['key: pix-phone']],
  ['+1 202 555 0100', ['key: pix-phone']],
  ['fulano_da_silva.recebedor@example.com', []],
  ['fulano@', ['key: pix-key']],
  ['123e4567-e12b-12d1-a456-426655440000', []],
  ['123e4567-e12b-12d1-a456-42665544000', ['key: pix-key']],
  ['', ['key: missing']],
])('a Pix key of %j', (key, expected) => {
  expect(codes({ kind: 'pix', key, name: 'Fulano de Tal', city: 'BRASILIA' })).toEqual(expected)
})

test('the name and city of Pix are counted as they stand in the code', () => {
  const pix = { kind: 'pix', key: '52998224725' } as const
  expect(codes({ ...pix, name: 'Açaí & Companhia do Brasil', city: 'São José dos Campos' })).toEqual([
    'name: too-long',
    'city: too-long',
  ])
  expect(codes({ ...pix, name: 'Açaí & Companhia', city: 'São José Campos' })).toEqual([])
  expect(codes({ ...pix, name: '茶', city: 'São Paulo' })).toEqual(['name: characters'])
})

test.each([
  ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', []],
  ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', []],
  ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', []], // BIP-173
  ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', []],
  ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', []], // BIP-350
  ['bc1sw50qgdz25j', []],
  ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', ['address: bitcoin-address']],
  ['bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', ['address: bitcoin-address']],
  ['bc1zw508d6qejxtdg4y5r3zarvaryvg6kdaj', ['address: bitcoin-address']], // version 2 with the old checksum
  ['bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', ['address: bitcoin-address']],
  ['tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', ['address: bitcoin-test']],
  ['mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn', ['address: bitcoin-test']],
  ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3', ['address: bitcoin-address']],
  ['0OIl', ['address: bitcoin-address']],
])('a Bitcoin address of %s', (address, expected) => {
  expect(codes({ kind: 'bitcoin', address, name: '' })).toEqual(expected)
})

test.each([
  ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', []], // EIP-55
  ['0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', []],
  ['0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB', []],
  ['0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb', []],
  ['0x52908400098527886E0F7030069857D2E4169EE7', []],
  ['0xde709f2102306220921060314715629080e2fb77', []],
  ['0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed', ['address: ethereum-checksum']],
  ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe', ['address: ethereum-address']],
  ['5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', ['address: ethereum-address']],
  ['name.eth', ['address: ethereum-address']],
])('an Ethereum address of %s', (address, expected) => {
  expect(codes({ kind: 'ethereum', address, chain: 1 })).toEqual(expected)
})

test.each([
  ['https://pay.example.com/ana/{amount}{currency}?for={number}', []],
  ['http://example.com', []],
  ['example.com', ['url: url']],
  ['javascript:alert(1)', ['url: url']],
  ['https://', ['url: url']],
  ['https://exa mple.com', ['url: url']],
  [`https://example.com/${'x'.repeat(500)}`, ['url: url']],
])('a link of %j', (url, expected) => {
  expect(codes({ kind: 'link', url })).toEqual(expected)
})

test('a chain has a number above 0, and words are words', () => {
  const address = '0x52908400098527886E0F7030069857D2E4169EE7'
  expect(codes({ kind: 'ethereum', address, chain: 0 })).toEqual(['chain: chain'])
  expect(codes({ kind: 'ethereum', address, chain: 1.5 })).toEqual(['chain: chain'])
  expect(codes({ kind: 'text', text: 'In cash on delivery' })).toEqual([])
  expect(codes({ kind: 'text', text: '\r\n' })).toEqual(['text: missing'])
})
