// Names of made-up companies: the same for the same number, with codes for two of three, so that lists look like real ones in length and spread.
import { usccCheck } from '#shared/companies/uscc.ts'

const PLACES = ['绍兴', '柯桥', '上虞', '诸暨', '嵊州', '新昌', '越城', '浙江']
const WORDS = [...'华建兴隆盛达源丰利佳美新宏永顺天海云锦绣春秋江河山川东南西北金银玉石龙凤松竹梅兰']
const TRADES = ['针织', '纺织', '印染', '轴承', '厨具', '袜业', '服饰', '机械', '家纺', '化工', '电器', '食品']
const FORMS = ['有限公司', '股份有限公司', '厂', '有限责任公司']

export const madeUp = (n: number): { name: string; uscc: string | null; contact: string; phone: string; address: string | null } => {
  const word = (by: number): string => WORDS[Math.floor(n / by) % WORDS.length]
  const body = `9133060${n % 10}MA${String(n).padStart(7, '0')}`
  return {
    name: `${PLACES[n % 8]}示例${word(1)}${word(WORDS.length)}${word(7)}${TRADES[n % 12]}${n}${FORMS[n % 4]}`,
    uscc: n % 3 === 0 ? null : body + usccCheck(body),
    contact: `示例${word(3)}`,
    phone: String(13_800_000_000 + n * 37),
    address: n % 2 === 0 ? null : `示例路 ${n} 号`,
  }
}
