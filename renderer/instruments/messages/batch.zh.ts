/** 批量预约. */
export const batch = {
  title: '批量预约', tab: '批量预约 {company}', start: '批量预约 {n} 台', startAll: '整周批量预约 {n} 台', ownOnly: '本实验室的器具不在这里约。请选企业的器具。', chosen: '选 {n} 台，可订 {can} 台', add: '加器具', again: '重新排', again2: '手排已撤，按方案重排',
  units: '{n} 台', of: '{name} {n} 台',
  which: '先选企业', whichText: '一次批量只订一家的器具。', ready: '已选 {n} 台', due: '90 天内到期 {n} 台，共 {all} 台', nobody: '还没有企业的器具', nobodyText: '在台账登记企业的器具后，就能批量预约。', gone: '本机没有这家企业', register: '台账',
  pieces: '器具', list: '按类别和器具', none: '全部取消', all: '全部勾上', late: '逾期 {n}', earliest: '最早 {day}', noCertificate: '没有证书', rest: '其余 {n} 台', fold: '收起', cannotTitle: '不能订', test: '由谁做', anyTest: '自动选', otherTest: '目录里别的项目', noLab: '目录里没有项目，可手选',
  cannot: {
    stopped: '台账停用，启用后可订', scrapped: '已报废', exempt: '免检，不必订', sent: '送检中，取回后可订', booked: '已经约了', 'no-test': '目录里没有对应的项目，可在左边手选', 'no-urgency': '没有这么急的报价，可改普通', 'too-long': '超过资源的单次时长上限', 'too-far': '可提前的天数内排不下', 'share-used': '企业本周份额已用完', 'no-time': '{weeks} 周内排不下', 'not-on-site': '没有上门的项目',
    'out-of-range': '超出范围，要 {wanted}，提供到 {offered}',
  },
  urgency: '整批加急', urgencyOf: '整批{urgency}', urgencyFor: '{number} 加急', horizon: '排多远', weeks: '排 {n} 周',
  allow: { start: '放行', title: '放行 {number} {name}', reason: '放行原因（随预约留存）', hint: '如 停产检修，需集中送检', needed: '请写放行原因。', all: '同样原因的另 {n} 台也放行', back: '返回', save: '放行', done: '放行：{reason}', undo: '撤回' },
  plan: '安排', byHand: '手排', first: '逾期与将到期的排在最前', urgentFirst: '加急的排在最前，再按到期', grid: '按天和地点安排，{days} 天，{places} 处', daily: '每日 {n} 台', comes: '上门，每日 {n} 台', capacity: '每日能力', booked: '订 {n} 台', empty: '空', restDay: '{day} 休息', makeUp: '班', closed: '停用', busy: '已占 {n}', taken: '已占', takenBy: '{name} 另 {n}', next: '；', comma: '，', nobodyElse: '这一格没有别家占用', free: '余 {n}', full: '已满', away: '离厂器具', affected: '共 {n} 天有影响',
  hint: { block: '选块', day: '改天', split: '拆分', panes: '换栏', follows: '改动后价格随动' },
  moved: '{what} 改到 {day}', noRoom: '{what} 那边没有排得下的日子', splitDone: '{what} 拆成两块', single: '只有一台，拆不了',
  schemes: '方案', onSite: '上门', scheme: { earliest: '最早完成', cheapest: '最省', 'on-site': '一次上门' }, days: '影响 {n} 天', nothing: '排不出', only: '只排得下 {n} 台', askPrice: '面议', plusAsk: '另 {n} 台面议',
  cost: '费用', costOf: '方案与费用明细', report: '证书 {day} 前', total: '合计', each: '{name} {n} × {fen}', eachAsk: '{name} {n} 台',
  offline: '断网也能提交', offlineText: '先记暂定，待中心确认，逐台给答复', submit: '一次提交 {n} 台', lost: '{n} 台的时段刚被占用或停用，重新排后再提交。', noTests: '检测目录里没有能做的项目', noTestsText: '在实验室的检测目录里登记检定、校准项目：对象写器具名称，项目写“检定”或“校准”。也可以在左边给一组手选项目。', toLabs: '实验室',
  purpose: '{kind} {number} {name}',
  done: {
    gone: '本机没有这批预约', goneText: '可能还没同步，或不归你管。', sent: '{at} 提交', waits: '待中心逐台答复', answered: '中心已逐台答复', total: '共 {n} 台，每台一个答复', all: '{n} 台：{list}', part: '{n} {what}', is: { confirmed: '已确认', tentative: '暂定', approval: '待批', held: '保留', waiting: '候补', lost: '被占用', ended: '已结束', refused: '没收下' },
    refused: '{n} 台没收下，原因在同步中心。', toSync: '同步中心', stays: '留在候补，排第 {n}，空出后按规则保留。', open: '看申请单', list: '逐台答复', next: '接下来', choose: '{number} 选新时段', wait: '{number} 等候补或改期', nothing: '没有要处理的。', unanswered: '{n} 台等中心答复，答复前不算约定。', told: '已告知企业', tellAll: '{n} 台记为已告知', toldAll: '已记为告知', fees: '费用', confirmed: '已确认 {n} 台', rest: '其余 {n} 台', ics: '导出 .ics', print: '打印预约单', savedIcs: '{n} 台已写入 {path}', file: '批量预约 {company}', where: '地点', when: '时间', number: '预约号', answer: '答复', price: '价格', code: '编号', name: '器具', kind: '类别', hintOpen: '打开', hintPick: '在卡片内另选时段', unknown: '未载',
    paper: '批量预约单', paperNote: '带上器具和说明书、上次的证书。暂定的以中心确认为准。',
  },
  keys: { where: '批量预约', block: '选块', day: '改到有空的另一天', split: '拆分一块', scheme: '选方案', again: '重新排', submit: '一次提交', open: '从到期日历、台账批量预约', print: '打印预约单' },
}
