import { Kbd, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { capsOf } from '#shared/shortcuts/shortcuts.ts'

const wordIn = (words: Readonly<Record<string, string>>, cap: string) =>
  Object.hasOwn(words, cap) ? words[cap] : undefined

/** Keys to press together, as they are printed on this machine's keyboard; signs are spoken as words. */
export function KeyCaps({ keys, mac }: { readonly keys: string; readonly mac: boolean }) {
  const { t } = useTranslation('shortcuts')
  const [caps, macCaps, spoken] = [
    t('caps', { returnObjects: true }),
    t('macCaps', { returnObjects: true }),
    t('spoken', { returnObjects: true }),
  ]
  return capsOf(keys, mac).map((cap) => {
    const printed = (mac ? wordIn(macCaps, cap) : undefined) ?? wordIn(caps, cap) ?? cap
    const said = wordIn(spoken, cap) ?? wordIn(caps, cap) ?? cap
    if (said === printed) return <Kbd key={cap}>{printed}</Kbd>
    return (
      <Kbd key={cap}>
        <span aria-hidden>{printed}</span>
        <VisuallyHidden component="span">{said}</VisuallyHidden>
      </Kbd>
    )
  })
}
