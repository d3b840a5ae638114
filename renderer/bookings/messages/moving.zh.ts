/** A booking that is moved: dragged over the board, or as a step among others. */
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
}
