import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useTranslation } from 'react-i18next'
import type { Api, Command, Input, Output } from '#shared/ipc/contract.ts'
import classes from './find.module.css'

type Props = { readonly api: Pick<Api, 'findInPage' | 'closeFind' | 'onCommand'> }
type Step = Input<'findInPage'>['step']

/** Finds a text on the page the window shows. It is a small page of its own, over the window. */
export function FindBar({ api }: Props) {
  const { t } = useTranslation('find')
  const field = useRef<HTMLInputElement>(null)
  const asked = useRef(0)
  const [text, setText] = useState('')
  const [found, setFound] = useState<Output<'findInPage'> | null>(null)
  const find = async (wanted: string, step: Step) => {
    const question = ++asked.current
    const answer = await api.findInPage({ text: wanted, step })
    if (question === asked.current) setFound(wanted === '' ? null : answer)
  }
  const go = (step: Step) => void find(text, step)
  const onCommand = useEffectEvent((command: Command) => {
    if (command === 'find-next') go('next')
    if (command === 'find-previous') go('previous')
    if (command !== 'find') return
    field.current?.focus()
    field.current?.select()
    if (text !== '') go('first') // the page may show something else by now
  })
  useEffect(() => api.onCommand(onCommand), [api])
  useEffect(() => field.current?.focus(), [])
  const onKeyDown = ({ key, shiftKey, nativeEvent }: KeyboardEvent) => {
    if (nativeEvent.isComposing) return
    if (key === 'Escape') void api.closeFind({})
    if (key === 'Enter' && document.activeElement === field.current) go(shiftKey ? 'previous' : 'next')
  }
  const none = found?.matches === 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape comes up from whatever has the focus
    <main className={classes.bar} onKeyDown={onKeyDown}>
      <h1 className={classes.title}>{t('title')}</h1>
      <input
        ref={field}
        className={classes.field}
        aria-label={t('field')}
        placeholder={t('field')}
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value)
          void find(currentTarget.value, 'first')
        }}
      />
      <output className={classes.count} data-none={none || undefined}>
        {found === null
          ? ''
          : none
            ? t('none')
            : t('count', { active: found.active, matches: found.matches })}
      </output>
      <span className={classes.line} />
      <button type="button" title={t('previous')} disabled={!found?.matches} onClick={() => go('previous')}>
        <IconChevronUp size={18} aria-hidden />
      </button>
      <button type="button" title={t('next')} disabled={!found?.matches} onClick={() => go('next')}>
        <IconChevronDown size={18} aria-hidden />
      </button>
      <button type="button" title={t('close')} onClick={() => void api.closeFind({})}>
        <IconX size={17} aria-hidden />
      </button>
    </main>
  )
}
