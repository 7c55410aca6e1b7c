/** Whether nothing but pictures is dragged: everything else is an export on its way into the brand. */
export const isPicture = (data: Pick<DataTransfer, 'items'> | null): boolean => {
  const items = [...(data?.items ?? [])]
  return items.length > 0 && items.every(({ kind, type }) => kind === 'file' && type.startsWith('image/'))
}
