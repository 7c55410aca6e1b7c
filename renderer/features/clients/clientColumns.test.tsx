// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { useTranslation } from 'react-i18next'
import { afterEach, expect, test } from 'vitest'
import clients from '#resources/locales/en/clients.json'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import { createFormat } from '#ui/format/format.ts'
import { draw } from '#ui/table/inTests.tsx'
import { clientColumns } from './clientColumns.tsx'
import { useClientNames } from './useClientNames.ts'

afterEach(cleanup)

const row = (followUp: string): ClientRow => ({
  key: 'a',
  isRecord: true,
  name: 'Ana Quill',
  kind: 'person',
  mail: '',
  country: '',
  channels: [],
  circles: [],
  tags: [],
  followUp,
  sales: 0,
  first: '',
  last: '',
  sums: [],
})

function Name({ followUp }: { readonly followUp: string }) {
  const { t } = useTranslation('clients')
  const names = useClientNames()
  const columns = clientColumns({ t, format: createFormat('en-US'), names, sums: [], today: '2024-06-15' })
  return <p>{columns.find(({ id }) => id === 'name')?.cell?.(row(followUp))}</p>
}

test.each([
  ['2024-06-14', 'Ana Quilloverdue'],
  ['2024-06-15', 'Ana Quilldue today'],
  ['2024-06-16', 'Ana Quill'],
  ['', 'Ana Quill'],
])('a client to come back to on %s reads %j on June 15', (followUp, text) => {
  draw(<Name followUp={followUp} />, { clients })
  expect(screen.getByRole('paragraph').textContent).toBe(text)
})
