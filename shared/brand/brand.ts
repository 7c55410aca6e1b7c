/** What a person says about a brand. */
export type BrandProfile = {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** ISO 4217: the currency the brand thinks in. */
  readonly currency: string
  /** IANA name; calendar days are days there. */
  readonly timeZone: string
  /** `#rrggbb` */
  readonly accent: string
  /** Who it is for, in the person's own words. */
  readonly niche: string
  /** A small picture as a data URL, or null. */
  readonly logo: string | null
}

/** A brand as the registry lists it. */
export type Brand = BrandProfile & {
  /** UUIDv7; its database is named after it. */
  readonly id: string
  readonly createdAt: string
  /** Made-up data to look around with; removed with one click. */
  readonly sample: boolean
  /** Position in the switcher. */
  readonly order: number
}

/** Colours a brand can begin with; any other can be typed. */
export const accents = [
  '#0f766e',
  '#2563eb',
  '#7c3aed',
  '#c026d3',
  '#db2777',
  '#dc2626',
  '#ea580c',
  '#b45309',
  '#4d7c0f',
  '#475569',
] as const
export const defaultAccent = accents[0]

export type ProfileError = { readonly field: keyof BrandProfile }

/** The first field that cannot be kept as it is, or null. */
export function findProfileError(profile: BrandProfile): ProfileError | null {
  if (profile.name.trim() === '' || profile.name.length > 200) return { field: 'name' }
  if (!/^[A-Z]{2}$/.test(profile.country)) return { field: 'country' }
  if (!/^[A-Z]{3}$/.test(profile.currency)) return { field: 'currency' }
  if (!isTimeZone(profile.timeZone)) return { field: 'timeZone' }
  if (!/^#[0-9a-f]{6}$/i.test(profile.accent)) return { field: 'accent' }
  if (profile.niche.length > 500) return { field: 'niche' }
  if (profile.logo !== null && !isLogo(profile.logo)) return { field: 'logo' }
  return null
}

/** Longest text of a logo: about 150 kB of picture, in base64. */
const longestLogo = 210_000

/** Pictures made of points only: one that is drawn by instructions (SVG) is turned into points before it is kept. */
const isLogo = (text: string) =>
  text.length <= longestLogo && /^data:image\/(?:png|webp|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(text)

/** What was kept before there were logos has none; one that is no logo is none. */
export const withLogo = <B extends Omit<BrandProfile, 'logo'>>(
  brand: B & { readonly logo?: unknown },
): B & { readonly logo: string | null } => {
  const { logo } = brand
  return { ...brand, logo: typeof logo === 'string' && isLogo(logo) ? logo : null }
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false // Intl says so by throwing a RangeError, and has no other way to be asked
  }
}
