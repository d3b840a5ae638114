// What each command does, in a few words: windows say it of what waits, the hub's command line of what a computer held.
import type { Locale } from './locale.ts'

type Words = { readonly [feature: string]: { readonly [step: string]: string } }

const zh = {
  standards: { follow: '关注标准', unfollow: '取消关注', addNote: '写笔记', withdrawNote: '撤回笔记', addOwn: '登记企业标准', patchOwn: '修改企业标准' },
  clashes: { settle: '选定一个值' },
  companies: { register: '登记企业', registerMany: '导入企业名单', patch: '修改企业资料', merge: '合并为别名', unmerge: '拆开别名', setApart: '判断是否同一家', reveal: '查看电话号码', addContact: '添加联系人', patchContact: '修改联系人', endContact: '停用联系人', addSite: '添加场所', patchSite: '修改场所', endSite: '停用场所', addProduct: '添加产品', patchProduct: '修改产品', endProduct: '停用产品' },
  labs: { add: '登记实验室', patch: '修改实验室', addSite: '添加场所', patchSite: '修改场所', takeScope: '导入能力范围', correctScope: '改正能力范围', patchScope: '修改能力范围', addTest: '添加检测项目', patchTest: '修改检测项目' },
  resources: { add: '添加资源', patch: '修改资源', setOpen: '改对企业是否可见', close: '停用资源', reopen: '结束停用', followCalendar: '跟随外部日历' },
  calendar: { setYear: '改节假日与调休' },
  instruments: { add: '登记器具', addMany: '导入器具清单', patch: '修改器具', mark: '记器具去向' },
  certificates: { register: '登记证书' },
  sets: { draft: '起草指标集', patch: '修改指标集', setLimits: '修改限值', publish: '发布指标集', end: '停用指标集' },
  benchmarks: { begin: '新建对标', patch: '修改对标', setValues: '录入对标数值' },
  actions: { add: '添加改进措施', patch: '修改改进措施' },
  bookings: { place: '预约', placeAll: '一并预约', hold: '保留时间', reschedule: '改期', stay: '留在候补', cancel: '取消预约', confirm: '确认预约', reject: '拒绝预约', expire: '保留到期', checkIn: '到场登记', finish: '完成', noShow: '登记未到', tell: '已通知客户', inform: '告知客户', subcontract: '记分包或撤回' },
} satisfies Words

const en = {
  standards: { follow: 'Follow a standard', unfollow: 'Stop following', addNote: 'Write a note', withdrawNote: 'Take back a note', addOwn: 'Enter an own standard', patchOwn: 'Change an own standard' },
  clashes: { settle: 'Choose one value' },
  companies: { register: 'Register a company', registerMany: 'Import a list of companies', patch: 'Change a company', merge: 'Merge two companies', unmerge: 'Part two companies', setApart: 'Say whether two are one', reveal: 'Show phone numbers', addContact: 'Add a contact', patchContact: 'Change a contact', endContact: 'End a contact', addSite: 'Add a site', patchSite: 'Change a site', endSite: 'End a site', addProduct: 'Add a product', patchProduct: 'Change a product', endProduct: 'End a product' },
  labs: { add: 'Enter a laboratory', patch: 'Change a laboratory', addSite: 'Add a site', patchSite: 'Change a site', takeScope: 'Import a scope', correctScope: 'Correct a line of the scope', patchScope: 'Change a line of the scope', addTest: 'Add a test', patchTest: 'Change a test' },
  resources: { add: 'Add a resource', patch: 'Change a resource', setOpen: 'Change whether companies see it', close: 'Close a resource', reopen: 'End a closure', followCalendar: 'Follow an outside calendar' },
  calendar: { setYear: 'Change holidays and make-up days' },
  instruments: { add: 'Enter an instrument', addMany: 'Import a list of instruments', patch: 'Change an instrument', mark: 'Note what happened to an instrument' },
  certificates: { register: 'Register a certificate' },
  sets: { draft: 'Draft an indicator set', patch: 'Change an indicator set', setLimits: 'Change limits', publish: 'Publish an indicator set', end: 'End an indicator set' },
  benchmarks: { begin: 'Begin a benchmark', patch: 'Change a benchmark', setValues: 'Enter values of a benchmark' },
  actions: { add: 'Add an improvement', patch: 'Change an improvement' },
  bookings: { place: 'Book', placeAll: 'Book together', hold: 'Hold a time', reschedule: 'Reschedule', stay: 'Stay in line', cancel: 'Cancel a booking', confirm: 'Confirm a booking', reject: 'Decline a booking', expire: 'End a hold', checkIn: 'Check in', finish: 'Finish', noShow: 'Say that nobody came', tell: 'Customer told', inform: 'Customer told of the scope', subcontract: 'Note or take back subcontracting' },
} satisfies typeof zh

/** By feature and step, as the names of commands are made of them. */
export const stepWords = { zh, en } as const satisfies Record<Locale, Words>

/** Of any name, known or not. */
export const stepText = (name: string, locale: Locale): string => {
  const [feature = '', step = ''] = name.split('.')
  const steps: Words[string] = Object.hasOwn(stepWords[locale], feature) ? (stepWords[locale] as Words)[feature] : {}
  return Object.hasOwn(steps, step) ? steps[step] : UNKNOWN[locale]
}
const UNKNOWN: Record<Locale, string> = { zh: '一步操作', en: 'A step' }
