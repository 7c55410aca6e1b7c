import { UnstyledButton } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#ui/Card.tsx'
import classes from './imports.module.css'

/** The exports of each platform, in its own words, and how many steps each takes. */
const guides = [
  {
    platform: 'etsy',
    exports: [
      { name: 'orders', steps: ['1', '2', '3', '4'] },
      { name: 'statement', steps: ['1', '2', '3'] },
      { name: 'listings', steps: ['1', '2'] },
    ],
  },
  {
    platform: 'shopify',
    exports: [
      { name: 'orders', steps: ['1', '2', '3'] },
      { name: 'payments', steps: ['1', '2', '3'] },
      { name: 'products', steps: ['1', '2'] },
      { name: 'customers', steps: ['1', '2'] },
    ],
  },
] as const

/** How to get the files out of the shops: open while there is nothing yet, folded away later. */
export function HowToExport({ opened }: { readonly opened: boolean }) {
  const { t } = useTranslation('imports')
  const [unfolded, setUnfolded] = useState(opened)
  const id = useId()
  const Chevron = unfolded ? IconChevronDown : IconChevronRight
  return (
    <Card>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={unfolded}
        aria-controls={id}
        onClick={() => setUnfolded(!unfolded)}
      >
        <Chevron size={16} aria-hidden />
        <h2>{t('howTo.title')}</h2>
      </UnstyledButton>
      <div id={id} hidden={!unfolded}>
        <div className={classes.guides}>
          <Guide guide={guides[0]} />
          <Guide guide={guides[1]} />
        </div>
      </div>
    </Card>
  )
}

function Guide({ guide }: { readonly guide: (typeof guides)[number] }) {
  const { t } = useTranslation('imports')
  const say = (rest: string) => t(`howTo.${guide.platform}.${rest}` as 'howTo.etsy.title')
  return (
    <section>
      <h3>{say('title')}</h3>
      <p>{say('text')}</p>
      {guide.exports.map(({ name, steps }) => (
        <div key={name}>
          <h4>{say(`${name}.title`)}</h4>
          <ol>
            {steps.map((step) => (
              <li key={step}>{say(`${name}.steps.${step}`)}</li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
