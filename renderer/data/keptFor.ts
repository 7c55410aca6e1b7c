/** How long what was undone or deleted can be brought back, in milliseconds. */
export const keptFor = 30 * 86_400_000
