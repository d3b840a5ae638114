import type { NoPlan } from '#shared/bookings/plan.ts'
import type { InputProblem } from '#shared/bookings/plan/input.ts'
import type { MoveProblem } from '#shared/bookings/plan/shift.ts'
import { badArgumentsText } from './json-lines.ts'
import type { Locale } from './locale.ts'

/** Why a chain of tests can't be planned, and what helps. */
export const planProblemText = (problem: InputProblem | NoPlan, locale: Locale): string => {
  const zh = locale === 'zh'
  switch (problem.code) {
    case 'bad-arguments':
      return badArgumentsText(problem, locale)
    case 'unknown-reference': {
      const [name, list] = KIND[problem.kind]
      return zh ? `${problem.path} 写的${name}“${problem.id}”不在 ${list} 里。请补上它，或改正编号。` : `${problem.path} names “${problem.id}”, which is not in ${list}. Add it there or correct the id.`
    }
    case 'cycle': {
      const round = [...problem.tests, problem.tests[0]].join(' → ')
      return zh ? `试验互相等待：${round}，谁也不能先做。请去掉其中一条 after。` : `The tests wait for each other: ${round}; none can be first. Take away one of their “after”.`
    }
    case 'no-plan':
      if (problem.test !== null) return zh ? `试验“${problem.test}”在起止时间内没有可用时段。请放宽时间，或增加可用资源。` : `Test “${problem.test}” finds no time between from and until. Widen them, or give it more resources.`
      if (!problem.proven) return zh ? '试过许多排法都排不下，但没有试完全部。请放宽时间、增加可用资源，或减少试验。' : 'Many orders were tried and none fits, but not all of them. Widen the time, give more resources, or plan fewer tests.'
      return zh ? '每项试验单独都有时段，合在一起排不下。请放宽时间，或增加资源、样品。' : 'Each test finds a time alone, but not all of them together. Widen the time, or give more resources or samples.'
  }
}

/** Why a test of a plan can't be moved to a time; the plan stands as it was. */
export const moveProblemText = (problem: MoveProblem, locale: Locale): string => {
  const zh = locale === 'zh'
  switch (problem.code) {
    case 'closed':
      return zh ? `“${problem.test}”不能放在这个时间：资源不开放或已被占用，或不在时间格上。请另选时间。` : `“${problem.test}” can't be then: what it needs is closed or taken, or the time is off the grid. Choose another.`
    case 'waits':
      return zh ? `“${problem.test}”要等“${problem.for}”做完。请选更晚的时间，或先移动“${problem.for}”。` : `“${problem.test}” waits for “${problem.for}”. Choose a later time, or move “${problem.for}” first.`
    case 'full':
      return zh ? `这样一移，“${problem.test}”在截止时间前排不下。请少移一些，或放宽截止时间。` : `With that “${problem.test}” finds no time before the end. Move it less, or allow a later end.`
  }
}

const KIND = { resource: ['资源', 'resources'], test: ['试验', 'tests'], sample: ['样品', 'samples'] } as const
