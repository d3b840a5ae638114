import type { CatalogueProblem } from '#shared/standards/index/problem.ts'

/** What happened, whether anything is lost, and what helps. */
export const catalogueProblemText = (problem: CatalogueProblem, language: 'zh' | 'en'): string => {
  const zh = language === 'zh'
  switch (problem.code) {
    case 'CAT-damaged':
    case 'CAT-part-missing':
      return zh ? '标准目录的数据不完整，无法打开。设置和其他数据不受影响，重新导入目录即可。' : 'The data of the catalogue are not complete and cannot be opened. Settings and other data are safe; import the catalogue again.'
    case 'CAT-newer':
      return zh
        ? `标准目录由较新版本的品立建立（格式 ${problem.version}，本版识别到 ${problem.known}）。请升级品立，或重新导入目录。`
        : `The catalogue was built by a newer Pinli (format ${problem.version}, this one knows up to ${problem.known}). Update Pinli, or import the catalogue again.`
    case 'CAT-store-unreadable':
      return zh ? '读不出本机保存的标准目录。请重新打开品立；仍然不行时重新导入目录。' : 'The catalogue kept on this computer cannot be read. Start Pinli again; if that does not help, import the catalogue again.'
    case 'CAT-store-full':
      return zh
        ? `磁盘空间不足，新目录（约 ${megabytes(problem.neededBytes)} MB）没有保存，原来的目录仍在使用。请腾出空间后再导入。`
        : `The disk is full: the new catalogue (about ${megabytes(problem.neededBytes)} MB) was not kept and the one before is still in use. Free some space and import again.`
    case 'CAT-store-refused':
      return zh ? '新目录没有保存，原来的目录仍在使用。请重试一次。' : 'The new catalogue was not kept and the one before is still in use. Try once more.'
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6)
