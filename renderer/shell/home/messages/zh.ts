export const zh = {
  home: {
    title: '工作台', own: '我的业务',
    calmOwn: '没有已约的检测、候补和到期器具。有了会马上出现在这里。',
    today: '{day} 周{weekday}',
    ways: '从这里开始',
    calm: '眼下没有要处理的',
    calmText: '今天的预约、候补、到期器具都没有要办的。有了会马上出现在这里。',
    none: '没有：{what}',
    and: '、',
    countOf: '{label}：{n} 项',
    all: '看全部 {n} 项',
    trouble: '同步要处理',
    troubleRow: '冲突、被退回的和没约上的，逐项决定',
    loading: '正在读取',
  },
}
