import { attachmentOf } from '#data/attachments.ts'
import type { Attachment } from '#data/database.ts'
import type { PictureChoice } from './ProductForm.tsx'

/** The picture to keep with a product, and the id it shows from then on. */
export async function keptPicture(
  choice: PictureChoice,
  image: string | null,
): Promise<{ readonly picture: Attachment | null; readonly image: string | null }> {
  if (choice === 'keep') return { picture: null, image }
  if (choice === 'none') return { picture: null, image: null }
  const picture = await attachmentOf(choice.bytes, choice.type)
  return { picture, image: picture.id }
}
