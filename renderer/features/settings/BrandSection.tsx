import { useEffect, useState } from 'react'
import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { saveBrand } from '#data/brands.ts'
import { findProfileError, type Brand } from '#shared/brand/brand.ts'
import { BrandFields } from '#ui/BrandFields.tsx'
import { Card } from '#ui/Card.tsx'
import { Form } from '#ui/Form.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import { useUnsaved } from '#ui/unsaved.ts'
import type { SettingsServices } from './SettingsScreen.tsx'

type Props = {
  readonly services: SettingsServices
  readonly brand: Brand
  readonly locale: string
  readonly onBrand: (brand: Brand) => void
  readonly onAccent: (accent: string | null) => void
}

/** The brand in its person's words; the colour shows at once, the rest when it is kept. */
export function BrandSection({ services, brand, locale, onBrand, onAccent }: Props) {
  const { t } = useTranslation('settings')
  const [edited, setEdited] = useState(brand)
  const [kept, setKept] = useState(brand)
  const [asked, setAsked] = useState(false)
  // an undo describes it anew too
  if (kept !== brand) {
    setKept(brand)
    setEdited(brand)
  }
  useEffect(() => () => onAccent(null), [onAccent])
  const wrong = findProfileError(edited)
  const changed = JSON.stringify(edited) !== JSON.stringify(brand)
  useUnsaved(changed ? t('brand.unsaved') : null)
  const change = (next: Brand) => {
    setEdited(next)
    if (/^#[0-9a-f]{6}$/i.test(next.accent)) onAccent(next.accent)
  }
  const keep = async (next: Brand) => {
    await saveBrand(services, next)
    setEdited(next)
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
          <BrandFields
            profile={edited}
            locale={locale}
            wrong={asked ? (wrong?.field ?? null) : null}
            onChange={(profile) => change({ ...brand, ...profile })}
            currencyFollows={false}
          />
          <Group mt="lg" gap="xs">
            <Button type="submit" disabled={!changed}>
              {t('brand.save')}
            </Button>
            {changed && (
              <Button variant="subtle" color="gray" onClick={() => change(brand)}>
                {t('brand.discard')}
              </Button>
            )}
          </Group>
        </Form>
      </Card>
    </div>
  )
}
