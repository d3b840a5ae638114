// An admin's questions to the hub: who and what it knows, and changes to it. Nothing of it is kept on the desk.
import { shallowRef } from 'vue'
import type { z } from 'zod'
import type { Result } from '#shared/lib/result.ts'
import { complexList, type ComplexList, type DeviceChange, deviceChanged, type DeviceChanged, deviceList, type UserChange, userChanged, type UserChanged, userList } from '#shared/sync/login.ts'
import type { AskProblem } from '../../sync/ask-hub.ts'
import { useHub } from '../hub/hub.store.ts'
import type { Computer, Person } from './roster.ts'

export type Roster = { people: Person[]; computers: Computer[]; complexes: ComplexList['complexes'] }

export const useAdminLine = () => {
  const { ask } = useHub()
  /** null = not known now; `problem` says why, where it is not merely on its way. */
  const roster = shallowRef<Roster | null>(null)
  const problem = shallowRef<AskProblem | null>(null)

  const load = async (): Promise<void> => {
    const [users, devices, complexes] = await Promise.all([ask('/admin/users', userList), ask('/admin/devices', deviceList), ask('/admin/complexes', complexList)])
    const failed = [users, devices, complexes].find(one => !one.ok)
    problem.value = failed && !failed.ok ? failed.problem : null
    roster.value = users.ok && devices.ok && complexes.ok ? { people: users.value.users, computers: devices.value.devices, complexes: complexes.value.complexes } : null
  }
  const changing = <Change extends object, Said>(path: string, schema: z.ZodType<Said>) => async (change: Change): Promise<Result<Said, AskProblem>> => {
    const changed = await ask(path, schema, change)
    await load()
    return changed
  }
  return { roster, problem, load, changeUser: changing<UserChange, UserChanged>('/admin/users', userChanged), changeDevice: changing<DeviceChange, DeviceChanged>('/admin/devices', deviceChanged) }
}

export type AdminLine = ReturnType<typeof useAdminLine>
