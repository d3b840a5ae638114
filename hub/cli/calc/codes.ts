import { z } from 'zod'
import { orgCheckFits, plainUscc, type UsccFault, usccFault } from '#shared/companies/uscc.ts'
import { ok } from '#shared/lib/result.ts'
import { type Calc, calc } from './function.ts'

export const calcCodes: { [fn: string]: Calc } = {
  uscc: calc(z.strictObject({ code: z.string() }), ({ code }) => {
    const plain = plainUscc(code)
    const fault = usccFault(plain)
    return ok(fault ? { valid: false, ...placeOf(fault) } : { valid: true, code: plain, orgCheck: orgCheckFits(plain) })
  }),
}

const placeOf = (fault: UsccFault): { position: string; at?: number } => {
  switch (fault.why) {
    case 'letter':
      return { position: 'alphabet', at: fault.at }
    case 'authority':
    case 'region':
      return { position: fault.why, at: fault.at }
    default:
      return { position: fault.why }
  }
}
