/** An amount in minor units of its currency. */
export type Money = { readonly minor: number; readonly currency: string }
/** A calendar day, `YYYY-MM-DD`. */
export type Day = { readonly day: string }
/** What a cell says, apart from how it looks: copying and exporting write it. */
export type CellValue = string | number | Money | Day | null
