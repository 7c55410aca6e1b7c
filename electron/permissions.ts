import { isAppAddress } from './appFiles.ts'

/** Everything a page may ask of the system, and why. What is not named here is refused. */
export const permissions: Readonly<Record<string, string>> = {
  'persistent-storage': 'The records lie in the browser database; the engine must not clear it for space.',
  'clipboard-sanitized-write': 'Copying a figure or a table as text.',
}

export const isPermitted = (permission: string, address: string) =>
  Object.hasOwn(permissions, permission) && isAppAddress(address)
