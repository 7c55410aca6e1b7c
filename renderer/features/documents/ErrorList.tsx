import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Note } from '#ui/Note.tsx'
import classes from './documents.module.css'
import type { ErrorTexts } from './useErrorTexts.ts'

type Props = { readonly errors: ErrorTexts; readonly onSettings: () => void }

/** All that a draft lacks before it can be issued; a sentence about a line leads to it. */
export function ErrorList({ errors, onSettings }: Props) {
  const { t } = useTranslation('documents')
  const goTo = (line: string) =>
    document.querySelector<HTMLElement>(`[data-line="${line}"][data-cell="title"]`)?.focus()
  return (
    <Note tone="bad" role="alert" title={t('errors.title', { count: errors.all.length })}>
      <ul className={classes.errors}>
        {errors.all.map(({ text, line, isSeller }) => (
          <li key={text}>
            {line === null && !isSeller ? (
              text
            ) : (
              <Anchor
                component="button"
                type="button"
                size="sm"
                c="inherit"
                td="underline"
                onClick={() => (line === null ? onSettings() : goTo(line))}
              >
                {text}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </Note>
  )
}
