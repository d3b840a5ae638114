/** A booking that is moved: dragged over the board, or as a step among others; and why a day takes none. */
export const moving = {
  drop: '松开后确认改期',
  cant: '不能改到这里：{why}',
  at: '“{name}”{why}',
  whole: '几段一起的预约只能整体改时间，不能换资源',
  twice: '这项资源已在同一预约里',
  notOfTest: '“{test}”在检测目录里不用这项资源，或时长、价格不同',
  before: '链条里要等“{step}” {at} 做完，最早从那时开始。',
  behind: '链条里“{step}” {at} 开始等这一步，最晚要在那时做完。',
  waited: '链条里还有步骤在等这一步：{steps}。它们不会跟着取消，时间不变，也不再等它。',
  due: { verification: '检定', calibration: '校准', check: '核查' },
  overdueOne: { expired: '{piece} 的{kind}有效期至 {day}', failed: '{piece} 在 {day} 的{kind}不合格', none: '{piece} 还没有{kind}证书' },
  overdueUnseen: '所用器具有效期至 {day}',
  overdue: '这一天不接新预约：{list}。登记合格证书后恢复，已有的预约不动。',
}
