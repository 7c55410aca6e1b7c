import { z } from 'zod'

const whole = z.number().int().min(-100_000).max(100_000)
const rectangle = z.strictObject({ x: whole, y: whole, width: whole.positive(), height: whole.positive() })
export type Rectangle = z.infer<typeof rectangle>

/** What the machine remembers about the window between two starts. */
export const windowState = z.strictObject({
  place: rectangle.nullable(),
  maximised: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  /** How large everything is drawn; 1 is the usual size. */
  zoom: z.number().min(0.5).max(3).default(1),
})
export type WindowState = z.infer<typeof windowState>

export const firstState: WindowState = { place: null, maximised: false, theme: 'system', zoom: 1 }
export const smallest = { width: 880, height: 600 }
const usual = { width: 1280, height: 860 }

/** Where the window opens: where it was, if its title bar can still be grasped there, else in the middle. */
export function openingPlace(
  place: Rectangle | null,
  displays: readonly Rectangle[],
): Rectangle | { width: number; height: number } {
  const display = place && displays.find((area) => canGrasp(place, area))
  if (!place || !display) return usual
  const width = Math.min(Math.max(place.width, smallest.width), Math.max(display.width, smallest.width))
  const height = Math.min(Math.max(place.height, smallest.height), Math.max(display.height, smallest.height))
  return { x: place.x, y: place.y, width, height }
}

/** A hand's breadth of the title bar lies on the display. */
function canGrasp(place: Rectangle, area: Rectangle): boolean {
  const across = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
  return across >= 120 && place.y >= area.y && place.y <= area.y + area.height - 40
}
