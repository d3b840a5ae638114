// Reads lists of instruments beside the page.
import { readListed } from '#shared/instruments/import/fields.ts'
import { readList } from '#shared/readers/list.ts'
import { answerLists } from '../../lists/worker.ts'
import type { Reading } from './reading.ts'

answerLists<Reading>((file, look, { mapping, defaults, day }) => readList(file, look, raw => readListed(file.name, raw, mapping, defaults, day)))
