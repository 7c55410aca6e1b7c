import { z } from 'zod'

const licence = z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })
export type Licence = Readonly<z.infer<typeof licence>>

/** The licence of each part the app is built from; the build wrote them down. */
export async function readLicences(): Promise<readonly Licence[]> {
  const answer = await fetch('/licences.json')
  return z.array(licence).parse(await answer.json())
}
