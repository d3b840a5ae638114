// 示例: what the starter directory puts in for each of the five complexes. Labs, resources, times and prices are made up and say so; the
// numbers of methods are those of the starter catalogue, which names its sources.
import type { Urgency } from '#shared/labs/lab.ts'

export const EXAMPLES = ['keqiao', 'shangyu', 'zhuji', 'shengzhou', 'xinchang'] as const
export type ExampleId = (typeof EXAMPLES)[number]

export type ExampleResource = { name: string; kind: 'instrument' | 'room' | 'team'; lanes: number; afterMin: number; approval: boolean }
/** `parts`: name of a resource and minutes. `listed` false: the scope has no row for it. */
export type ExampleTest = { object: string; parameter: string; number: string; parts: [resource: string, minutes: number][]; sample: string; prices: [urgency: Urgency, days: number, yuan: number][]; listed: boolean }
export type Example = { lab: string; site: string; resources: ExampleResource[]; tests: ExampleTest[] }

const OFFERED: ExampleTest['prices'] = [['normal', 5, 200], ['urgent', 2, 400]]
const on = (name: string, kind: ExampleResource['kind'] = 'instrument', lanes = 1, afterMin = 15, approval = false): ExampleResource => ({ name: `示例 ${name}`, kind, lanes, afterMin, approval })
const offer = (object: string, parameter: string, number: string, parts: [resource: string, minutes: number][], sample: string, listed = true): ExampleTest =>
  ({ object, parameter, number, parts: parts.map(([name, minutes]) => [`示例 ${name}`, minutes]), sample: `示例：${sample}`, prices: OFFERED, listed })

export const examples: Record<ExampleId, Example> = {
  keqiao: {
    lab: '示例纺织检测中心', site: '柯桥',
    resources: [on('前处理间', 'room', 2), on('分光光度计'), on('酸度计'), on('摩擦牢度仪'), on('水洗牢度仪'), on('织物强力机', 'instrument', 1, 30, true)],
    tests: [
      offer('纺织品', '甲醛含量', 'GB/T 2912.1-2009', [['前处理间', 120], ['分光光度计', 60]], '约 10 g'),
      offer('纺织品', 'pH 值', 'GB/T 7573-2009', [['前处理间', 120], ['酸度计', 30]], '约 10 g'),
      offer('纺织品', '耐摩擦色牢度', 'GB/T 3920-2008', [['摩擦牢度仪', 60]], '约 0.5 m'),
      offer('纺织品', '耐皂洗色牢度', 'GB/T 3921-2008', [['水洗牢度仪', 120]], '约 0.5 m'),
      offer('纺织品', '断裂强力', 'GB/T 3923.1-2013', [['织物强力机', 90]], '约 1 m'),
      offer('纺织品', '禁用偶氮染料', 'GB/T 17592-2024', [['前处理间', 240], ['分光光度计', 120]], '约 10 g', false),
    ],
  },
  shangyu: {
    lab: '示例化工检测中心', site: '上虞',
    resources: [on('测色仪'), on('粉尘试验箱'), on('水质分析台', 'room', 2), on('取样组', 'team', 2, 0, true)],
    tests: [
      offer('染料', '相对强度和色差', 'GB/T 6688-2008', [['测色仪', 120]], '约 50 g'),
      offer('染料', '粉尘飞扬性', 'GB/T 6693-2009', [['粉尘试验箱', 60]], '约 50 g'),
      offer('分析实验室用水', '全部参数', 'GB/T 6682-2008', [['水质分析台', 120]], '约 2 L'),
      offer('固体化工产品', '采样', 'GB/T 6679-2003', [['取样组', 180]], '到厂取样', false),
    ],
  },
  zhuji: {
    lab: '示例袜业检测中心', site: '诸暨',
    resources: [on('恒温恒湿室', 'room', 4, 0), on('袜子拉伸仪'), on('压力测试仪'), on('汗渍牢度仪')],
    tests: [
      offer('袜子', '全部参数', 'FZ/T 73001-2016', [['恒温恒湿室', 240], ['袜子拉伸仪', 60]], '约 12 双'),
      offer('压力袜', '压力', 'FZ/T 73031-2009', [['恒温恒湿室', 240], ['压力测试仪', 60]], '约 6 双'),
      offer('袜子', '耐汗渍色牢度', 'GB/T 3922-2013', [['汗渍牢度仪', 300]], '约 4 双'),
      offer('针织五趾袜', '全部参数', 'FZ/T 73048-2013', [['恒温恒湿室', 240], ['袜子拉伸仪', 60]], '约 12 双', false),
    ],
  },
  shengzhou: {
    lab: '示例厨电检测中心', site: '嵊州',
    resources: [on('燃气灶试验台', 'instrument', 1, 30, true), on('风量试验室', 'room', 1, 30, true), on('电气安全台'), on('加热性能台', 'instrument', 2)],
    tests: [
      offer('家用燃气灶具', '全部参数', 'GB 16410-2020', [['燃气灶试验台', 480]], '约 2 台'),
      offer('吸油烟机', '全部参数', 'GB/T 17713-2022', [['风量试验室', 240], ['电气安全台', 120]], '约 2 台'),
      offer('电磁灶', '全部参数', 'GB/T 23128-2008', [['加热性能台', 180]], '约 2 台'),
      offer('电烤箱', '全部参数', 'QB/T 1240-1991', [['加热性能台', 180]], '约 2 台', false),
    ],
  },
  xinchang: {
    lab: '示例轴承检测中心', site: '新昌',
    resources: [on('恒温间', 'room', 2, 0), on('轴承测量仪'), on('轮廓仪'), on('寿命试验机', 'instrument', 4, 60, true)],
    tests: [
      offer('滚动轴承', '公差', 'GB/T 307.1-2017', [['恒温间', 120], ['轴承测量仪', 60]], '约 5 套'),
      offer('推力轴承', '公差', 'GB/T 307.4-2017', [['恒温间', 120], ['轴承测量仪', 60]], '约 5 套'),
      offer('滚动轴承', '倒角尺寸', 'GB/T 274-2023', [['恒温间', 120], ['轮廓仪', 45]], '约 5 套'),
      offer('汽车变速箱用滚子轴承', '全部参数', 'GB/T 25764-2010', [['寿命试验机', 1440]], '约 8 套', false),
    ],
  },
}
