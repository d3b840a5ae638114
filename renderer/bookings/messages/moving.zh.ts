/** A booking that is moved: dragged over the board, or as a step among others. */
export const moving = {
  drop: '松开后确认改期',
  cant: '不能改到这里：{why}',
  at: '“{name}”{why}',
  whole: '几段一起的预约只能整体改时间，不能换资源',
  twice: '这项资源已在同一预约里',
  notOfTest: '“{test}”在检测目录里不用这项资源，或时长、价格不同',
}
