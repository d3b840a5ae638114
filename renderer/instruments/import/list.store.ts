import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Company } from '#shared/companies/company.ts'
import { LISTED_TARGETS, type ListedDefaults, type ListedField, type ListedInstrument, type ListedReason } from '#shared/instruments/import/fields.ts'
import { planInstruments } from '#shared/instruments/import/plan.ts'
import type { InstrumentKind } from '#shared/instruments/instrument.ts'
import { ok } from '#shared/lib/result.ts'
import type { ListRead } from '#shared/readers/list.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import { known } from '../../company-finder/known.ts'
import { look as lookUp } from '../../db/live.ts'
import { standingResources } from '../../db/standing-resources.ts'
import { listWorker } from '../../lists/ask-worker.ts'
import { listImport } from '../../lists/list-import.ts'
import { today } from '../../db/today.ts'
import type { Reading } from './reading.ts'
import { writeInstruments } from './write-list.ts'

const worker = listWorker<Reading, ListRead<ListedInstrument, ListedReason>>(() => new Worker(new URL('./list.worker.ts', import.meta.url), { type: 'module', name: 'instruments' }))

/** What a row gets that tells no interval; the form of one begins with the same. */
const MONTHS = 12

const NOTHING = { instruments: [], labs: [], resources: [] }

/** The import of a list of instruments; it goes on while its page is left. `owner`: whose the rows are that name nobody, or with `own` the lab's, `kind`: what they are that name none. */
export const useInstrumentImport = defineStore('instrument-list', () => {
  const owner = shallowRef<Company | null>(null)
  const own = ref(false)
  const kind = ref<InstrumentKind>('calibration')
  const list = listImport({
    targets: LISTED_TARGETS,
    look: worker.look,
    ready: (mapping: Mapping<ListedField>) => (['number', 'name'] as const).every(field => Object.values(mapping).includes(field)) && (own.value || owner.value !== null || Object.values(mapping).includes('owner')),
    plan: async (file, look, mapping) => {
      const found = await worker.read(file, look, { mapping, defaults: defaults(), day: today.value })
      if (!found.ok) return found
      const [companies, rest] = await Promise.all([known().all(), lookUp(async reads => ({ instruments: await reads.list('instruments'), labs: (await reads.list('labs')).filter(({ retired }) => !retired), resources: await standingResources(reads) }), NOTHING)])
      return ok(planInstruments(file.name, found.value, { companies, ...rest }, own.value ? { company: null } : owner.value && { company: owner.value.id }))
    },
    total: ({ added }) => added.length,
    done: ({ added }) => added,
    write: writeInstruments,
  })
  const defaults = (): ListedDefaults => ({ kind: kind.value, months: MONTHS })
  return { ...list, owner, own, kind, defaults }
})
