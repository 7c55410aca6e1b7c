import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useTranslation } from 'react-i18next'
import type { Party } from '#shared/document/party.ts'
import type { PaymentMethod } from '#shared/payment/method.ts'
import { Card } from '#ui/Card.tsx'
import { blankMethod, methodKinds } from './blankMethod.ts'
import classes from './business.module.css'
import { MethodFields } from './MethodFields.tsx'

type Props = {
  readonly payments: readonly PaymentMethod[]
  readonly seller: Pick<Party, 'name' | 'street' | 'postcode' | 'city' | 'country'>
  /** The person wanted to save: what is missing is said, too. */
  readonly asked: boolean
  readonly onChange: (payments: readonly PaymentMethod[]) => void
}

/** How the brand wants to be paid, in the order in which paper says it. */
export function PaymentsCard({ payments, seller, asked, onChange }: Props) {
  const { t } = useTranslation('business')
  const move = (from: number, to: number) => {
    const method = payments[from]
    if (method !== undefined && to >= 0 && to < payments.length)
      onChange(payments.toSpliced(from, 1).toSpliced(to, 0, method))
  }
  return (
    <Card title={t('payments.title')} sub={t('payments.text')}>
      <ol className={classes.methods}>
        {payments.map((method, at) => {
          const name = t(`payments.kinds.${method.kind}`)
          return (
            <li key={at} className={classes.method} aria-label={name}>
              <Group justify="space-between" wrap="nowrap" mb={8}>
                <h3 className={classes.methodName}>{name}</h3>
                <Group gap={2} wrap="nowrap">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    disabled={at === 0}
                    aria-label={t('payments.earlier', { name })}
                    onClick={() => move(at, at - 1)}
                  >
                    <IconArrowUp size={15} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    disabled={at === payments.length - 1}
                    aria-label={t('payments.later', { name })}
                    onClick={() => move(at, at + 1)}
                  >
                    <IconArrowDown size={15} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('payments.remove', { name })}
                    onClick={() => onChange(payments.toSpliced(at, 1))}
                  >
                    <IconX size={15} aria-hidden />
                  </ActionIcon>
                </Group>
              </Group>
              <MethodFields
                method={method}
                asked={asked}
                onChange={(next) => onChange(payments.with(at, next))}
              />
            </li>
          )
        })}
      </ol>
      <Menu position="bottom-start" keepMounted={false}>
        <Menu.Target>
          <Button variant={payments.length === 0 ? 'light' : 'subtle'} size="compact-sm">
            {t('payments.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {methodKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => onChange([...payments, blankMethod(kind, seller)])}>
              {t(`payments.kinds.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Card>
  )
}
