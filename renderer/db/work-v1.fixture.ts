/** What version 1 of the layout held, as it lay there: never changed. */
export const savedV1 = {
  meta: [
    { k: 'desk', client: '019ac000-0000-7000-8000-000000000001', group: 'v1', user: '019ac000-0000-7000-8000-000000000002', device: '019ac000-0000-7000-8000-000000000003', epoch: 'e1', lastMid: 2 },
    { k: 'here', complex: '019ac000-0000-7000-8000-000000000004' },
  ],
  outbox: [
    { mid: 1, name: 'standards.follow', args: { complex: '019ac000-0000-7000-8000-000000000004', id: '019ac000-0000-7000-8000-000000000005', key: 'GB/T 2912.1' }, hash: 'a1', clientTs: 1764000000000, state: 'answered', touches: [], before: [] },
    { mid: 2, name: 'standards.addNote', args: { complex: '019ac000-0000-7000-8000-000000000004', id: '019ac000-0000-7000-8000-000000000006', number: 'GB/T 2912.1-2009', text: '旧版的笔记' }, hash: 'a2', clientTs: 1764000000001, state: 'waiting', touches: ['standard_notes/019ac000-0000-7000-8000-000000000006'], before: [{ table: 'standard_notes', id: '019ac000-0000-7000-8000-000000000006' }] },
  ],
  outcomes: [
    { mid: 1, outcome: 'applied', facts: {} },
  ],
  inbox: [],
  cursors: [
    { scope: 'user:019ac000-0000-7000-8000-000000000002', ver: 1, floor: 0 },
  ],
  follows: [
    { id: '019ac000-0000-7000-8000-000000000005', complex: '019ac000-0000-7000-8000-000000000004', user: '019ac000-0000-7000-8000-000000000002', key: 'GB/T 2912.1', since: 1764000000000, ended: false, _s: ['user:019ac000-0000-7000-8000-000000000002'] },
  ],
  standard_notes: [
    { id: '019ac000-0000-7000-8000-000000000006', complex: '019ac000-0000-7000-8000-000000000004', user: '019ac000-0000-7000-8000-000000000002', number: 'GB/T 2912.1-2009', text: '旧版的笔记', at: 1764000000001, withdrawn: false, _s: ['user:019ac000-0000-7000-8000-000000000002'] },
  ],
  companies: [
    { id: '019ac000-0000-7000-8000-000000000007', complex: '019ac000-0000-7000-8000-000000000004', name: '示例纺织', uscc: null, address: null, contact: '示例联系人', phone: '13800000000', mergedInto: null, registeredAt: 1764000000002, _s: ['complex:019ac000-0000-7000-8000-000000000004'] },
  ],
}
