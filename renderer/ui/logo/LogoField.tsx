import { useTranslation } from 'react-i18next'
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs'
import { BrandMark } from '#ui/BrandMark.tsx'
import { PictureField } from '#ui/picture/PictureField.tsx'
import { drawLogo } from './drawLogo.ts'
import classes from './LogoField.module.css'

type Props = {
  readonly name: string
  readonly accent: string
  readonly value: string | null
  readonly onChange: (logo: string | null) => void
  /** Makes the picture to be kept; tests have no canvas. */
  readonly draw?: typeof drawLogo
}

/** The brand's logo: chosen, dropped here, or taken away. */
export function LogoField({ name, accent, value, onChange, draw = drawLogo }: Props) {
  const { t } = useTranslation('ui')
  const take = async (file: File) => {
    const drawn = await draw(file)
    if (!drawn.ok) return drawn.error
    onChange(drawn.value)
    return null
  }
  return (
    <PictureField
      label={t('logo.label')}
      isSet={value !== null}
      onFile={take}
      onRemove={() => onChange(null)}
    >
      {value === null && name.trim() === '' ? (
        <span className={classes.blank}>
          <IconPhoto size={24} stroke={1.4} aria-hidden />
        </span>
      ) : (
        <BrandMark name={name} accent={accent} logo={value} size={56} />
      )}
    </PictureField>
  )
}
