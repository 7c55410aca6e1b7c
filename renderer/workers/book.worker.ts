import { expose } from 'comlink'
import { createBookHost } from './bookHost.ts'

expose(createBookHost())
