import { useState } from 'react'
import { ActionIcon, Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs'

type Props = {
  /** The field it belongs to. */
  readonly label: string
  readonly value: string | null
  readonly today: string
  readonly min: string | undefined
  readonly max: string | undefined
  readonly disabled: boolean
  readonly onChoose: (day: string | null) => void
}

/** Opens a calendar to choose the field's day in. */
export function CalendarButton({ label, value, today, min, max, disabled, onChoose }: Props) {
  const { t } = useTranslation('ui')
  const [opened, setOpened] = useState(false)
  const control = (name: 'previousMonth' | 'nextMonth' | 'previousYear' | 'nextYear') =>
    t(`typed.day.${name}`)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      floatingStrategy="fixed"
      withinPortal={false}
      withRoles={false}
      trapFocus
      returnFocus
      transitionProps={{ duration: 100 }}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          disabled={disabled}
          aria-label={t('typed.day.calendar', { label })}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <IconCalendar size={15} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('typed.day.calendarOf', { label })} p="sm">
        <DatePicker
          size="xs"
          value={value}
          defaultDate={value ?? today}
          allowDeselect
          ariaLabels={{
            previousMonth: control('previousMonth'),
            nextMonth: control('nextMonth'),
            previousYear: control('previousYear'),
            nextYear: control('nextYear'),
            previousDecade: t('typed.day.previousDecade'),
            nextDecade: t('typed.day.nextDecade'),
          }}
          {...(min === undefined ? {} : { minDate: min })}
          {...(max === undefined ? {} : { maxDate: max })}
          getDayProps={(day) => (day === today ? { 'data-today': true, 'data-highlight-today': true } : {})}
          onChange={(day) => {
            onChoose(day)
            setOpened(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
