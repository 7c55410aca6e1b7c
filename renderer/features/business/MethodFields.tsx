import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { checkPaymentMethod } from '#shared/payment/checkMethod.ts'
import { accountCountries, type PaymentMethod } from '#shared/payment/method.ts'
import type { PaymentField } from '#shared/payment/problem.ts'
import classes from './business.module.css'

type Props = {
  readonly method: PaymentMethod
  readonly asked: boolean
  readonly onChange: (method: PaymentMethod) => void
}

/** Fields of one line, by the kind of the method; what nests or is a choice is drawn by itself. */
const fieldsOf = {
  bank: ['holder', 'iban', 'bic', 'bankName'],
  account: ['holder', 'bankName', 'routing', 'account', 'bic'],
  swissQr: ['iban', 'prefix'],
  upi: ['address', 'name'],
  pix: ['key', 'name', 'city'],
  bitcoin: ['address', 'name'],
  ethereum: ['address', 'chain'],
  link: ['url'],
  text: ['text'],
} as const satisfies { readonly [K in PaymentMethod['kind']]: readonly PaymentField[] }
const creditorFields = ['name', 'street', 'buildingNumber', 'postcode', 'town', 'country'] as const

/** One way to be paid, field by field, each with what is wrong in it. */
export function MethodFields({ method, asked, onChange }: Props) {
  const { t } = useTranslation(['payment', 'business'])
  const problems = checkPaymentMethod(method)
  const errorOf = (field: PaymentField, value: string) => {
    const problem = problems.find((one) => one.field === field)
    if (problem === undefined || (!asked && value.trim() === '')) return undefined
    return t(`problem.${problem.code}`, { ...problem, field: t(`field.${field}`) })
  }
  const text = (field: PaymentField, value: string, set: (value: string) => void) => (
    <TextInput
      key={field}
      label={t(`field.${field}`)}
      value={value}
      spellCheck={false}
      error={errorOf(field, value)}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  )
  const own: { readonly [field: string]: unknown } = method
  const set = (field: PaymentField, value: string) =>
    onChange(changed(method, field, field === 'chain' ? Number(value) || 0 : value))
  return (
    <div className={classes.pair}>
      {method.kind === 'account' && (
        <Select
          label={t('field.country')}
          data={accountCountries.map((value) => ({
            value,
            label: t(`business:payments.countries.${value}`),
          }))}
          value={method.country}
          allowDeselect={false}
          comboboxProps={{ keepMounted: false }}
          onChange={(country) =>
            onChange({ ...method, country: accountCountries.find((one) => one === country) ?? 'other' })
          }
        />
      )}
      {method.kind === 'swissQr' && (
        <Select
          label={t('business:payments.reference')}
          data={(['qr', 'creditor', 'none'] as const).map((value) => ({
            value,
            label: t(`business:payments.references.${value}`),
          }))}
          value={method.reference}
          allowDeselect={false}
          comboboxProps={{ keepMounted: false }}
          onChange={(reference) =>
            onChange({
              ...method,
              reference: reference === 'qr' || reference === 'creditor' ? reference : 'none',
            })
          }
        />
      )}
      {fieldsOf[method.kind].map((field) => text(field, words(own[field]), (value) => set(field, value)))}
      {method.kind === 'swissQr' &&
        creditorFields.map((field) =>
          text(field, method.creditor[field], (value) =>
            onChange({ ...method, creditor: { ...method.creditor, [field]: value } }),
          ),
        )}
      {method.kind === 'account' && (
        <Textarea
          label={t('field.lines')}
          autosize
          minRows={1}
          value={method.lines.join('\n')}
          error={errorOf('lines', 'x')}
          onChange={({ currentTarget }) =>
            onChange({ ...method, lines: currentTarget.value === '' ? [] : currentTarget.value.split('\n') })
          }
        />
      )}
    </div>
  )
}

const words = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** The same with one of its own fields as it is typed now. */
const changed = (method: PaymentMethod, field: PaymentField, value: string | number): PaymentMethod =>
  Object.hasOwn(method, field) ? ({ ...method, [field]: value } as PaymentMethod) : method
