import { useEffect, useState } from 'react'
import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { saveBrand } from '#data/brands.ts'
import { findProfileError, type Brand } from '#shared/brand/brand.ts'
import { BrandFields } from '#ui/BrandFields.tsx'
import { Card } from '#ui/Card.tsx'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { Form } from '#ui/Form.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import type { SettingsServices } from './SettingsScreen.tsx'

type Props = {
  readonly services: SettingsServices
  readonly brand: Brand
  readonly locale: string
  readonly onBrand: (brand: Brand) => void
  readonly onAccent: (accent: string | null) => void
}

/** The brand in its person's words; the colour shows at once, the rest when it is kept. */
export function BrandSection(props: Props) {
  // an undo describes it anew too
  return <Described key={JSON.stringify(props.brand)} {...props} />
}

function Described({ services, brand, locale, onBrand, onAccent }: Props) {
  const { t } = useTranslation('settings')
  const typed = useDraft('brand', brand)
  const { value: edited } = typed
  const [asked, setAsked] = useState(false)
  useEffect(() => () => onAccent(null), [onAccent])
  const wrong = findProfileError(edited)
  const changed = JSON.stringify(edited) !== JSON.stringify(brand)
  const { accent } = edited
  useEffect(() => {
    if (/^#[0-9a-f]{6}$/i.test(accent)) onAccent(accent)
  }, [accent, onAccent])
  const keep = async (next: Brand) => {
    await typed.saving(() => saveBrand(services, next)) // let go of before the brand is described anew
    setAsked(false)
    onBrand(next)
  }
  const save = async () => {
    setAsked(true)
    if (wrong !== null) return
    await keep({ ...edited, name: edited.name.trim() })
    showUndo({ id: 'brand', message: t('brand.saved'), undo: t('undo'), onUndo: () => void keep(brand) })
  }
  return (
    <div id="brand">
      <Card title={t('brand.title')} sub={t('brand.text')}>
        <Form onSubmit={() => void save()}>
          <DraftNote draft={typed} />
          <BrandFields
            profile={edited}
            locale={locale}
            wrong={asked ? (wrong?.field ?? null) : null}
            onChange={typed.set}
            currencyFollows={false}
          />
          <Group mt="lg" gap="xs">
            <Button type="submit" disabled={!changed}>
              {t('brand.save')}
            </Button>
            {changed && (
              <Button variant="subtle" color="gray" onClick={typed.startOver}>
                {t('brand.discard')}
              </Button>
            )}
          </Group>
        </Form>
      </Card>
    </div>
  )
}
