import { expose } from 'comlink'
import { createSheetHost } from './sheetHost.ts'

expose(createSheetHost())
