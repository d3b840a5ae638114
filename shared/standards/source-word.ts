import type { SourceWord } from './standard.ts'

/**
 * The word that a source prints for the status, brought to ours; null = the source says nothing of it (blank, OIML's `joint`),
 * undefined = a word that isn't known here.
 */
export const sourceWord = (printed: string): SourceWord | null | undefined => {
  const word = printed.normalize('NFKC').trim().toLowerCase().replace(/[\s_-]+/g, ' ')
  return WORDS.get(word.replace(/^(?:状态|标准状态|status) ?: ?/, ''))
}

const LISTS: [SourceWord | null, string][] = [
  ['draft', '制定中|在编|在研|制订中|起草|征求意见|征求意见稿|报批|审查|立项|修订中|draft|under development|in development|project|in preparation|approved work item|enquiry'],
  ['upcoming', '即将实施|未实施|待实施|尚未实施|已发布未实施|即将生效|upcoming|coming into force|forthcoming|to be implemented|future|not yet in force|not yet effective|soon'],
  ['current', '现行|现行有效|有效|实施|实施中|已实施|在用|继续有效|确认有效|published|publication|valid|in force|confirmed|current|active|effective|standard published|most recent|有効|現行'],
  ['partly', '部分有效|部分现行|部分废止|部分代替|部分被代替|partly valid|partially valid|partly in force|partially in force|partly replaced'],
  ['replaced', '被代替|被替代|已代替|已被代替|已被替代|代替|被替换|替代|replaced|superseded|revised|被取代'],
  ['withdrawn', '废止|作废|已废止|已作废|撤销|停止使用|失效|已失效|废除|withdrawn|abolished|obsolete|cancelled|canceled|deleted|historical|inactive|invalid|廃止'],
  [null, '|joint|无|未知|不详|unknown|n/a|null|none|-|—|–|--'],
]

const WORDS = new Map(LISTS.flatMap(([word, list]) => list.split('|').map(text => [text, word] as const)))
