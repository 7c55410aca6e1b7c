import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import IconBook from '@tabler/icons-react/dist/esm/icons/IconBook.mjs'
import IconCube from '@tabler/icons-react/dist/esm/icons/IconCube.mjs'
import IconFileDownload from '@tabler/icons-react/dist/esm/icons/IconFileDownload.mjs'
import IconId from '@tabler/icons-react/dist/esm/icons/IconId.mjs'
import IconShirt from '@tabler/icons-react/dist/esm/icons/IconShirt.mjs'
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs'
import IconTool from '@tabler/icons-react/dist/esm/icons/IconTool.mjs'
import type { BrandServices } from '#data/services.ts'
import type { ProductKind } from '#shared/product/product.ts'
import classes from './products.module.css'

const icons = {
  physical: IconCube,
  digital: IconFileDownload,
  printOnDemand: IconShirt,
  course: IconBook,
  service: IconTool,
  membership: IconId,
} as const satisfies Readonly<Record<ProductKind, unknown>>

type Props = {
  readonly db: BrandServices['db']
  /** Id of an attachment, or null. */
  readonly image: string | null
  /** '' for what no record speaks of. */
  readonly kind: ProductKind | ''
  readonly size: number
}

/** A product's picture, else a sign of its kind; a listing that is no product yet has an empty frame. Says nothing by itself. */
export function ProductPicture({ db, image, kind, size }: Props) {
  const address = usePicture(db, image)
  const Icon = kind === '' ? IconTag : icons[kind]
  return (
    <span
      className={classes.picture}
      data-found={kind === '' || undefined}
      style={{ width: size, height: size }}
      aria-hidden
    >
      {address === null ? <Icon size={Math.round(size * 0.5)} stroke={1.5} /> : <img src={address} alt="" />}
    </span>
  )
}

function usePicture(db: Props['db'], image: string | null): string | null {
  const stored = useLiveQuery(() => (image === null ? undefined : db.attachments.get(image)), [db, image])
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (stored === undefined) return setAddress(null)
    const own = URL.createObjectURL(new Blob([stored.bytes.slice()], { type: stored.type }))
    setAddress(own)
    return () => URL.revokeObjectURL(own)
  }, [stored])
  return image === null ? null : address
}
