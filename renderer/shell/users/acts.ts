// What an admin does to people and computers, with the hub's answer said in a toast.
import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Result } from '#shared/lib/result.ts'
import type { JoinPlace, UserChange, UserChanged } from '#shared/sync/login.ts'
import { hubProblemText } from '#shared/words/hub.ts'
import type { Locale } from '#shared/words/locale.ts'
import type { AskProblem } from '../../sync/ask-hub.ts'
import { toast } from '../toasts.ts'
import type { AdminLine } from './admin-line.ts'
import { type Computer, type Person, wordToRevoke } from './roster.ts'

/** A secret or a code that the hub has said this once. `until`: ms since 1970; `place`: where a computer joins, null where the hub can't say. */
export type Given = { code: string; until: number; place: JoinPlace | null }

export const useActs = ({ changeUser, changeDevice }: AdminLine) => {
  const { t, locale } = useI18n()
  const busy = ref(false)
  /** Said by the hub this once; another one takes its place, and it goes with the page. */
  const secret = shallowRef<(Given & { user: string }) | null>(null)

  /** null = the hub did not do it, which is said. */
  const said = async <T>(asked: Promise<Result<T, AskProblem>>): Promise<T | null> => {
    busy.value = true
    const answer = await asked
    busy.value = false
    if (answer.ok) return answer.value
    toast({ text: hubProblemText(answer.problem, locale.value as Locale), kind: 'error' })
    return null
  }
  const change = async (change: UserChange, text: string, action?: { label: string; run: () => void }): Promise<void> => {
    if (await said(changeUser(change))) toast({ text, ...(action && { action }) })
  }
  const show = ({ user, secret: code, secretUntil: until, place }: UserChanged): void => {
    if (code !== undefined && until !== undefined) secret.value = { user, code, until, place: place ?? null }
  }
  const enable = ({ id, display }: Person): Promise<void> => change({ do: 'enable', user: id }, t('users.did.enable', { name: display }))

  return {
    busy, secret, enable,
    disable: (person: Person): Promise<void> => change({ do: 'disable', user: person.id }, t('users.did.disable', { name: person.display }), { label: t('users.undo'), run: () => void enable(person) }),
    unlock: ({ id, display }: Person): Promise<void> => change({ do: 'unlock', user: id }, t('users.did.unlock', { name: display })),
    giveSecret: async ({ id }: Person): Promise<void> => {
      const given = await said(changeUser({ do: 'secret', user: id }))
      if (given) show(given)
    },
    /** After an invitation (`before` null) or other roles. */
    took: (changed: UserChanged, before: Person | null): void => {
      show(changed)
      if (before) toast({ text: t('users.did.roles', { name: before.display }) })
    },
    revoke: async (computer: Computer, wipe: boolean): Promise<boolean> => {
      const done = await said(changeDevice({ do: 'revoke', device: computer.id, wipe }))
      if (done) toast({ text: t('users.did.revoke', { name: wordToRevoke(computer) }) })
      return done !== null
    },
    newComputer: async (complex: string): Promise<Given | null> => {
      const { code, codeUntil: until, place } = (await said(changeDevice({ do: 'code', complex }))) ?? {}
      return code !== undefined && until !== undefined ? { code, until, place: place ?? null } : null
    },
  }
}
