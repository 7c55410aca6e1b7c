/**
 * Who the app is to the operating system and to Chromium. Fixed for ever: the origin and the names below are
 * where people's data lies, and a changed one would open an empty app.
 */
export const scheme = 'app'
export const host = 'microbrand'
export const origin = 'app://microbrand'
export const appId = 'app.microbrand.desktop'
export const registryName = 'microbrand'

/** The folder of the app's data; a build from source keeps apart from the installed app. */
export const userDataName = (packaged: boolean) => (packaged ? 'Microbrand' : 'Microbrand Dev')

/** Each brand has a database of its own. */
export const brandDatabaseName = (id: string) => `brand:${id}`
