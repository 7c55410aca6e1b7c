import { kinds } from './entry.ts'

/** By kind: 1 for what a catalogue states, which is no money. */
export const isStated = Uint8Array.from(kinds.map((kind) => (kind === 'offer' || kind === 'contact' ? 1 : 0)))
