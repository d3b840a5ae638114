import { expect, test } from 'vitest'
import { membershipsOf, roleFormOf } from './role-form.ts'
import { type Computer, computersOf, computerState, findComputers, findPeople, type Person, personState, rolesOf, wordToRevoke } from './roster.ts'

const person = (more: Partial<Person> = {}): Person => ({ id: 'p', login: 'zhou', display: '示例员工·周', disabled: false, joined: true, memberships: [{ complex: 'x', role: 'front', company: null }], devices: 1, created: 1, lastSeen: 1, lockedUntil: null, secretUntil: null, ...more })
const computer = (more: Partial<Computer> = {}): Computer => ({ id: 'd', complex: 'x', letter: 'B', name: '2 号窗口', kind: 'desktop', users: ['p'], created: 1, lastSeen: 1, listening: false, revoked: false, told: false, ...more })
const untold = computer({ revoked: true })

test('a person has one state, the most urgent one', () => {
  const states = [
    personState(person({ disabled: true, lockedUntil: 9 }), [untold]),
    personState(person({ lockedUntil: 9 }), [untold]),
    personState(person({ lockedUntil: 9, joined: false, secretUntil: 8 }), []),
    personState(person({ joined: false, secretUntil: 8 }), []),
    personState(person({ joined: false }), []),
    personState(person(), [computer()]),
    personState(person(), [{ ...untold, users: ['another'] }]),
  ]
  expect(states).toEqual([{ is: 'disabled' }, { is: 'untold' }, { is: 'locked', until: 9 }, { is: 'invited', until: 8 }, { is: 'lapsed' }, { is: 'normal' }, { is: 'normal' }])
})

test('a revocation has arrived once the computer has heard of it, or where it was never in use', () => {
  expect([untold, { ...untold, told: true }, { ...untold, lastSeen: null }].map(computerState)).toEqual(['untold', 'revoked', 'revoked'])
  expect([computer({ listening: true }), computer(), computer({ lastSeen: null })].map(computerState)).toEqual(['online', 'away', 'unused'])
  expect(computersOf(person(), [computer(), untold, { ...untold, told: true }])).toEqual([computer(), untold])
})

test('people are found by name, account and computer, and by role', () => {
  const li = person({ id: 'q', login: 'li', display: '示例童装·李', memberships: [{ complex: 'x', role: 'company', company: 'c' }] })
  const find = (text: string, role: 'all' | 'company' = 'all') => findPeople([person(), li], [computer()], { role, text }).map(({ login }) => login)
  expect([find(''), find('周'), find('LI'), find('2 号'), find('b'), find('', 'company'), find('周', 'company')]).toEqual([['zhou', 'li'], ['zhou'], ['li'], ['zhou'], ['zhou'], ['li'], []])
})

test('computers are found by letter, name and who uses them, the revoked ones last', () => {
  const lost = computer({ id: 'e', letter: 'A', name: '备用', revoked: true, users: [] })
  const find = (text: string) => findComputers([lost, computer()], [person()], text).map(({ id }) => id)
  expect([find(''), find('周'), find('备用'), find('没有')]).toEqual([['d', 'e'], ['d'], ['e'], []])
  expect([wordToRevoke(lost), wordToRevoke(computer({ letter: null, name: '浏览器' }))]).toEqual(['A', '浏览器'])
})

test('roles stand once each, in the order in which they are offered', () =>
  expect(rolesOf(person({ memberships: [{ complex: 'y', role: 'admin', company: null }, { complex: 'x', role: 'lab', company: null }, { complex: 'y', role: 'lab', company: null }] }))).toEqual(['lab', 'admin']))

test('the form gives back what it was made of, but for complexes of others', () => {
  const mine = [{ complex: 'x', role: 'front', company: null }, { complex: 'x', role: 'company', company: 'c' }] as const
  const form = roleFormOf([{ id: 'x' }, { id: 'y' }], [...mine, { complex: 'z', role: 'admin', company: null }])
  expect(form[1]).toEqual({ complex: 'y', roles: [], companies: [] })
  expect(membershipsOf(form)).toEqual(mine)
})
