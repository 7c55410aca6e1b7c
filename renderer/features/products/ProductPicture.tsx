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

export type PictureProps = {
  readonly db: BrandServices['db']
  /** Id of an attachment, or null. */
  readonly image: string | null
  /** '' for what no record speaks of. */
  readonly kind: ProductKind | ''
  readonly size: number
}

/** A product's picture, else a sign of its kind; a listing that is no product yet has an empty frame. Says nothing by itself. */
export function ProductPicture({ db, image, kind, size }: PictureProps) {
  return <PictureFrame address={usePicture(db, image)} kind={kind} size={size} />
}

type FrameProps = Pick<PictureProps, 'kind' | 'size'> & { readonly address: string | null }

export function PictureFrame({ address, kind, size }: FrameProps) {
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

/** The address of a kept picture; null until it is read, and where there is none. */
export function usePicture(db: PictureProps['db'], image: string | null): string | null {
  const stored = useLiveQuery(
    async () => (image === null ? null : ((await db.attachments.get(image)) ?? null)),
    [db, image],
  )
  return useAddress(stored?.id === image ? (stored ?? null) : null)
}

/** An address under which bytes can be shown, for as long as they are. */
export function useAddress(
  picture: { readonly type: string; readonly bytes: Uint8Array } | null,
): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (picture === null) return
    const own = URL.createObjectURL(new Blob([picture.bytes.slice()], { type: picture.type }))
    setAddress(own)
    return () => {
      URL.revokeObjectURL(own)
      setAddress(null)
    }
  }, [picture])
  return address
}
