import { severalBrands } from './brandWorld.ts'
import { documentWorld } from './documentWorld.ts'
import { empty, firstStart } from './firstWorlds.ts'
import { exports, largeWorld } from './importWorlds.ts'
import { sampleWorld } from './sampleWorld.ts'
import { overlays } from './overlays.ts'
import type { World } from './scene.ts'

/** Every app and all that is taken of it, in the order of the pictures. */
export const worlds = async (withMillion: boolean): Promise<readonly World[]> => [
  firstStart,
  empty,
  await sampleWorld(),
  exports,
  severalBrands,
  documentWorld,
  overlays,
  ...(withMillion ? [await largeWorld()] : []),
]
