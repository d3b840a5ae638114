import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

const read = (...args: string[]) => readOptions(args, {}, '/data')

test('without words a hub runs on its own engine, on the port that desks expect', () => {
  expect(read()).toEqual({
    data: '/data', database: null, port: 8443, http: false, qr: false, names: [], certificate: null, complex: { name: '质量技术服务综合体', district: '绍兴' }, packs: '/data/catalogue', pokes: 2000, backupTo: null,
  })
})

test('the operator names another database, certificate and names', () => {
  expect(readOptions(['--data', '/srv', '--name', 'hub.example', '--name', '2001:db8::1', '--cert', 'a.crt', '--key', 'a.key', '--complex', '柯桥综合体', '--district', '柯桥', '--port', '443'], { DATABASE_URL: 'postgresql://x' }, '/data')).toMatchObject({
    data: '/srv', database: 'postgresql://x', names: ['hub.example', '2001:db8::1'], certificate: { cert: 'a.crt', key: 'a.key' }, complex: { name: '柯桥综合体', district: '柯桥' }, port: 443, packs: '/srv/catalogue',
  })
  expect(readOptions([], { DATABASE_URL: '' }, '/data')).toMatchObject({ database: null })
  expect(read('--backup-to', '/mnt/nas')).toMatchObject({ backupTo: '/mnt/nas' })
})

test.each([
  [['--port', '70000'], /--port 70000/],
  [['--port', '8443a'], /--port 8443a/],
  [['--pokes', '0'], /--pokes 0/],
  [['--cert', 'a.crt'], /belong together/],
  [['--http', '--cert', 'a', '--key', 'b'], /exclude each other/],
  [['--name', 'http://hub'], /--name http:\/\/hub/],
  [['--speed'], /speed/],
])('%j is refused with a word', (args, text) => expect(read(...args)).toMatch(text))
