/** Labels of labs; sentences about an answer, a refusal or a problem come from shared/words. */
export const zh = {
  title: '实验室', palette: '能力范围 检测目录 CNAS CMA lab scope', tabs: '实验室资料', choose: '选实验室', and: '、', comma: '，', untold: '未载', until: '有效至', sites: '场所', noCertificate: '能力表还没有导入',
  none: '还没有实验室',
  readOnly: '由实验室或管理员维护，这里只看', noneText: '登记实验室以后，可以导入能力表、建检测目录，预约时就能看到是否在认可范围内。',
  add: '登记实验室', edit: '修改', editOf: '修改 {name}', cancel: '取消', save: '保存', close: '关闭', undo: '撤销', retire: '撤下', saved: '{name} 已保存，存在本机', unchanged: '没有改动', minutes: '{n} 分钟', hours: '{n} 小时',
  tab: { scope: '能力范围', tests: '检测目录', resources: '资源' },
  col: { object: '对象', parameter: '参数', method: '方法及年号', range: '范围', site: '场所', answer: '状态 {day}', uses: '预约' },
  field: { object: '检测对象', parameter: '参数', method: '方法及年号', range: '范围', sample: '样品', parts: '步骤', prices: '价格与周期', overtime: '加班另加', scheme: '资质', certificate: '证书编号', site: '场所', cmc: 'CMC', clause: '条款', from: '有效期起', until: '有效期至', resource: '资源', kind: '种类' },
  form: {
    name: '名称', sites: '场所', address: '地址', opening: '开放', contact: '联系', nameless: '请填名称。',
    hint: { name: '如“示例检测中心”', sites: '几处用“、”分开，可不填', address: '可不填', opening: '如“8:30–17:00”，可不填', contact: '可不填' },
  },
  urgency: { normal: '普通', urgent: '加急', express: '特急' },
  kind: { instrument: '仪器', room: '房间', team: '人员组' },
  value: { retired: '已撤下', stands: '在用', then: '，然后 ', notAsked: '没有申请' },
  account: {
    last: '上次导入', read: '读 {read} 行 = 保留 {kept} + 合并 {merged} + 拒收 {refused}', before: '比上一版：新增 {added}，变更 {changed}，未变 {same}，消失 {gone}', never: '还没有导入过能力表',
  },
  scope: {
    none: '能力表还是空的', noneText: '从证书附表（.xlsx 或 .csv）导入，每行都有交代：保留、合并或拒收。', filter: '按核查答复筛选', find: '找对象、参数、方法', findShort: '查找', nothing: '没有符合的行', all: '看全部', chosen: '所选的一行',
    retire: '撤下这一行', retired: '已撤下一行能力', correct: '改正这一行', corrected: '已改正，原来的一行撤下', correctHint: '原来的一行撤下，改正后的接替它；已有的预约保留当时的答复。', allSites: '全部场所，或未载',
    fault: { object: '请填检测对象。', parameter: '请填参数。', number: '方法里没有可用的标准编号，请写成“GB/T 2912.1-2009”这样。', from: '有效期请写成 2028-03-31 这样。', until: '有效期请写成 2028-03-31 这样，止不早于起。' },
  },
  pane: {
    editions: '方法版次', standard: '看标准', inForce: '现行', replaced: '被代替', listed: '能力表写这一版', offered: '检测目录用这一版', notListed: '{day} 实施，能力表没有', notListedAtAll: '能力表没有', unknown: '标准目录里没有这一条，版次未核对。',
    why: '依据', extend: '现行版是 {number}，能力表还没有这一版，待扩项。', tests: '检测目录里的项目', noTests: '检测目录还没有用这个方法的项目。',
    uses: '用到它的预约', stillUsing: '仍用此版的预约', noUses: '没有未了结的预约用到它。', todo: '这些预约怎么办', keeps: '预约保留当时得到的答复；改期时按新的日子重新核查。',
    way: { extend: '申请扩项', unmarked: '不带标识出报告', subcontract: '分包' }, wayText: { extend: '预约保留，报告前获准', unmarked: '先告知客户', subcontract: '须客户同意' },
  },
  todo: {
    extend: '记下扩项申请', note: '记下申请', change: '改申请', noted: '已记下，存在本机；获准并导入新能力表之前，答复不变', extendHint: '只记已经申请，答复仍是“版次不同·待扩项”；获准后导入新的能力表。', body: '向谁申请', day: '申请日', number: '受理编号', numberHint: '有就写，可不填', forget: '撤销记录', forgotten: '申请记录已撤销',
    tell: '告知 {n} 家', allTold: '都已告知', tellTitle: '告知客户：{what}', whom: '告知哪些预约的客户', way: '方式', to: '告知了谁', toHint: '客户一方的人，可不填', toldOn: '告知日', nobody: '一个也没有勾选。请勾选已经告知的预约，或取消。', markTold: '记为已告知 {n} 个', told: '{n} 个预约已记为告知，存在本机',
    askedOn: '已申请扩项 {day}', onSlip: '分包逐个在申请单上标记，要写明客户一方谁、哪天同意。点上面的预约打开申请单。', subcontracted: '分包',
  },
  tests: {
    none: '检测目录还是空的', noneText: '写下对象、参数、方法、步骤和价格；预约时按它排时间。', add: '添加项目', acts: '操作', changeOf: '修改 {name}', retireOf: '撤下 {name}', retired: '{name} 已撤下', saved: '{name} 已保存，存在本机', changeHint: '只影响以后的预约；已有的预约保持原来的步骤和价格。',
    pick: '请选', resource: '资源', otherResource: '别处的资源', minutes: '分钟', least: '至少隔', most: '至多隔', any: '不限', part: '第 {n} 步', addPart: '加一步', removePart: '去掉第 {n} 步', yuan: '元', days: '工作日', ask: '面议',
    price: '{urgency} {yuan} 元 · {days} 个工作日', newer: '现行 {number}', stillUsing: '{n} 个预约仍用此版', gapLeast: '隔 {least} 以上', gapNone: '紧接', gap: '隔 {least} 至 {most}',
    hint: { object: '如“纺织品”', parameter: '如“甲醛含量”', method: '如“GB/T 2912.1-2009”', range: '如“20–3500 mg/kg”，可不填', sample: '如“10 g，不同部位”，可不填' },
    overtime: '加班 +{percent}%',
    fault: { overtime: '加班另加填 0 到 1000 的整数百分比，或留空。', object: '请填检测对象。', parameter: '请填参数。', method: '方法里没有可用的标准编号，请写成“GB/T 2912.1-2009”这样。', part: '这一步要选资源（每个只用一次），时长 5 分钟到 28 天，间隔的上限不小于下限。', price: '价格用数字，最多两位小数；要写几个工作日出报告（0 到 365）。' },
  },
  resources: {
    none: '还没有资源归到这里', noneText: '先在资源页添加仪器、房间或人员组，再归到这个实验室。', page: '资源与开放时间', free: '未归实验室的资源', take: '归到这里', taken: '{name} 已归到 {lab}', leave: '移出', leaveOf: '移出 {name}', left: '{name} 已移出', lanes: '容量', buffer: '缓冲 前/后 min', approval: '审批', needed: '需审批', notNeeded: '不需',
    kindOf: '{name} 的种类', siteOf: '{name} 的场所',
  },
  import: {
    open: '导入能力表', title: '导入能力表：{name}', pick: '选文件', other: '换文件', formats: '.xlsx 或 .csv，表头在第一行或标题之下', heading: '整份证书', headingHint: '表里没有这几列的行，用上面填的；有的以行为准。', column: '文件里的列', sample: '样例', target: '作为', targetOf: '{column} 作为', ignore: '忽略', empty: '空',
    missing: '还缺：{fields}。请在右边为它选一列。', wrongDay: '有效期请写成 2028-03-31 这样，止不早于起。', gone: '文件里没有的 {n} 行会撤下。只撤文件所说资质的行，另一种资质的不动。', carried: '{n} 行的对象或参数是空的，取自上一行（合并单元格）。', sites: '新场所：{names}', nothing: '没有一行可用，没有什么可导入。',
    refused: '拒收', start: '导入 {n} 行', running: '正在导入', progress: '{done} / {total} 批', stop: '停下', done: '能力表已导入，存在本机。', stopped: '停在 {done} / {total} 批，已导入的都在。再导入同一个文件，会接着做完。', failed: '停在 {done} / {total} 批：{why}',
  },
  example: {
    badge: '示例目录', which: '哪个综合体的示例', put: '放入示例目录', hint: '示例的实验室、资源、时间和价格都是虚构的，可以一步移除。', done: '{name} 已放入，都标着“示例”', remove: '移除示例', removed: '示例已移除',
    kept: '示例已移除；留下 {n} 项：{names}', one: '{name}（{why}）', why: { changed: '已改动', booked: '预约 {numbers}', used: '留下的项目要用', linked: '有器具对应' },
  },
  keys: { where: '实验室', answer: '只看一种答复', todo: '记下申请或告知', edit: '修改实验室', import: '导入能力表', test: '添加检测项目' },
}
