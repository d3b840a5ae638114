import { computed, inject, onScopeDispose, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { type Chain, type PlannedStep, stepMoved } from '#shared/bookings/chain.ts'
import { readChain } from '#shared/bookings/chain/read.ts'
import { piecesOf, roomFor } from '#shared/bookings/room.ts'
import { dayOf } from '#shared/bookings/times.ts'
import { frameKey } from '../../contribution.ts'
import { live, look } from '../../db/live.ts'
import { newId } from '../../db/new-id.ts'
import { useEditions } from '../../editions.ts'
import { useKeep } from '../../keep.ts'
import { clock } from '../clock.ts'
import { words } from '../words.ts'
import { askPlan } from './ask-plan.ts'
import { bandOf } from './band.ts'
import type { Composed, PlanFault } from './composed.ts'

type State = 'planned' | 'taken' | 'booked'

/** The chain that is being planned: composed, planned, moved, booked. */
export const useChain = () => {
  const { t } = useI18n()
  const frame = inject(frameKey)!
  const composed = shallowRef<Composed | null>(null)
  /** As it was planned, and as it is after moves. */
  const first = shallowRef<Chain | null>(null)
  const chain = shallowRef<Chain | null>(null)
  const fault = shallowRef<PlanFault | null>(null)
  const planning = shallowRef<{ cancel: () => void } | null>(null)
  const busy = ref(false)
  let batch = newId()
  const ids = shallowRef<ReadonlyMap<string, string>>(new Map())

  const stop = (): void => {
    planning.value?.cancel()
    planning.value = null
  }
  onScopeDispose(stop)

  const plan = async (what: Composed): Promise<boolean> => {
    stop()
    composed.value = what
    first.value = chain.value = fault.value = null
    batch = newId()
    ids.value = new Map(what.steps.map(({ id }) => [id, newId()]))
    const mine = { cancel: () => {} }
    planning.value = mine
    const wishes = what.steps.map(({ id, need, after, sample }) => ({ id, after, sample: sample || null, tests: need.tests }))
    const asked = await look(reads => readChain(reads, wishes, { company: what.company.id, from: clock.value, now: clock.value, urgency: what.urgency }), null)
    if (!asked || planning.value !== mine) return false
    const { found, cancel } = askPlan(asked)
    mine.cancel = cancel
    const answer = await found
    if (planning.value !== mine) return false
    planning.value = null
    if (answer.ok) first.value = chain.value = answer.value
    else fault.value = answer.problem
    return answer.ok
  }
  const close = (): void => {
    stop()
    composed.value = first.value = chain.value = fault.value = null
  }

  /** What has become of each step: booked, or taken by somebody meanwhile. */
  const states = live(() => {
    const [steps, of] = [chain.value?.steps ?? [], ids.value]
    return async reads => {
      const found = new Map<string, State>()
      for (const { id, parts, start, end } of steps) {
        if (await reads.get('bookings', of.get(id)!)) {
          found.set(id, 'booked')
          continue
        }
        const pieces = await piecesOf(reads, { resources: parts.map(({ resource }) => resource), start, end, parts })
        found.set(id, pieces && (await roomFor(reads, pieces, start)) ? 'planned' : 'taken')
      }
      return found
    }
  }, new Map<string, State>())
  const stateOf = (id: string): State => states.value.get(id) ?? 'planned'
  const band = computed(() => (chain.value ? bandOf(chain.value, stateOf) : []))
  const open = computed(() => chain.value?.steps.filter(({ id }) => stateOf(id) !== 'booked') ?? [])
  const editions = useEditions(computed(() => chain.value?.steps.map(({ test }) => test.number) ?? []), computed(() => dayOf(clock.value)))

  /** Nothing is saved by it; null: it can't go there. What is booked stays where it is. */
  const move = (id: string, by: 1 | -1): Chain | null => {
    if (!chain.value || stateOf(id) === 'booked') return null
    const moved = stepMoved(chain.value, id, by)
    const stands = moved?.steps.every(step => stateOf(step.id) !== 'booked' || chain.value!.steps.some(old => old.id === step.id && old.start === step.start))
    if (!moved || !stands) return null
    chain.value = moved
    return moved
  }
  const reset = (): void => { if (open.value.length === chain.value?.steps.length) chain.value = first.value }

  const argsOf = ({ id, test, parts, start, end, after }: PlannedStep) => {
    const facts = editions.value.get(test.number)
    const instrument = composed.value!.steps.find(step => step.id === id)?.instrument
    return {
      id: ids.value.get(id)!, purpose: '', start, end, slots: parts.map(part => ({ id: newId(), ...part })), after: after.map(one => ids.value.get(one)!), ...(instrument && { instrument }),
      test: { id: test.id, range: null, urgency: composed.value!.urgency, seen: facts ? { status: facts.status, catalogue: facts.catalogue } : null },
    }
  }
  /** Which of them is in the way is said where it stands. */
  const keep = useKeep(problem => {
    const item = 'item' in problem ? [...ids.value].find(([, id]) => id === problem.item)?.[0] : undefined
    const step = chain.value?.steps.find(({ id }) => id === item)
    if (!step || problem.code !== 'slot-taken') return false
    frame.toast({ text: t('bookings.chain.lost', { step: step.test.parameter, time: words.moment(step.start) }), kind: 'error' })
    return true
  })
  const saving = async <T>(work: () => Promise<T | null>): Promise<T | null> => {
    if (busy.value) return null
    busy.value = true
    return work().finally(() => { busy.value = false })
  }
  /** All steps that are left, or none. */
  const bookAll = () => saving(async () => {
    if (!chain.value || open.value.length === 0) return null
    const items = open.value.map(argsOf)
    const ran = await keep({ name: 'bookings.placeAll', args: { id: batch, company: composed.value!.company.id, items } })
    if (ran) frame.toast({ text: t('bookings.chain.saved', { n: items.length }) })
    return ran
  })
  const bookOne = (id: string) => saving(async () => {
    const step = open.value.find(one => one.id === id)
    if (!step) return null
    const before = open.value.find(one => step.after.includes(one.id))
    if (before) {
      frame.toast({ text: t('bookings.chain.first', { step: before.test.parameter }), kind: 'error' })
      return null
    }
    const ran = await keep({ name: 'bookings.place', args: { company: composed.value!.company.id, batch, ...argsOf(step) } })
    if (ran) frame.toast({ text: t(ran[0].done.outcome === 'waitlisted' ? 'bookings.find.waits' : 'bookings.find.saved', { test: step.test.parameter, time: words.moment(step.start) }) })
    return ran
  })
  /** The booking that a step has become. */
  const bookingOf = (id: string): string | null => (stateOf(id) === 'booked' ? ids.value.get(id)! : null)
  const replan = () => (composed.value && open.value.length === chain.value?.steps.length ? plan(composed.value) : Promise.resolve(false))

  return { composed, chain, first, fault, planning, busy, band, open, plan, replan, close, stop, move, reset, bookAll, bookOne, bookingOf }
}

export type ChainState = ReturnType<typeof useChain>
