/** What every import of a list says, whatever stands in it. */
export const zh = {
  line: '第 {n} 行', first: '只列前 {n} 行，全部请存为文件。', save: '存为文件', savedAs: '已存到 {where}',
}
