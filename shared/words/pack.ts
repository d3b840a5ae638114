import type { PackProblem } from '#shared/standards/pack/problem.ts'
import { catalogueProblemText } from './catalogue.ts'
import type { Locale } from './locale.ts'

/** Why a pack can't be taken, and what helps; the catalogue in use stands as before. */
export const packProblemText = (problem: PackProblem, locale: Locale): string => {
  const zh = locale === 'zh'
  switch (problem.code) {
    case 'PACK-none':
      return zh ? '这不是目录包。目录包的文件名以 .pack 结尾，由发布方或中心提供。' : 'This is no catalogue pack. A pack ends in .pack and comes from its publisher or the hub.'
    case 'PACK-newer':
      return zh ? `目录包由较新版本的品立制作（格式 ${problem.format}，本版识别到 ${problem.known}）。请升级品立。` : `The pack was made by a newer Pinli (format ${problem.format}, this one knows up to ${problem.known}). Update Pinli.`
    case 'PACK-damaged':
      return zh ? `目录包不完整或已损坏（第 ${count(problem.at)} 字节起）。请重新下载或复制一份。` : `The pack is cut off or damaged, from byte ${count(problem.at)} on. Download or copy it again.`
    case 'PACK-forged':
      return zh ? '目录包的签名不对：签名后内容被改动过，或签名不是该密钥所签。不要使用，请向发布方核实。' : 'The signature of the pack is wrong: it was changed after signing, or another key signed it. Do not use it; ask its publisher.'
    case 'PACK-unreadable':
      return zh ? '读不出目录包。文件可能已被移动、删除，或存储设备已拔出。' : 'The pack can’t be read. It was perhaps moved or deleted, or its drive was taken out.'
    case 'cancelled':
      return zh ? '已取消，目录没有变化。' : 'Cancelled; the catalogue is unchanged.'
    default:
      return catalogueProblemText(problem, locale)
  }
}

const count = (n: number): string => n.toLocaleString('en')
