import { createContext, use } from 'react'
import { createFormat, type Format } from './format.ts'

/** The person's own way of writing figures and days, taken from the system's locale. */
export const FormatContext = createContext<Format>(createFormat('en'))
export const useFormat = (): Format => use(FormatContext)
