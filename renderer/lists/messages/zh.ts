/** What every import of a list says, whatever stands in it. */
export const zh = {
  line: '第 {n} 行', first: '只列前 {n} 行，全部请存为文件。', save: '存为文件', savedAs: '已存到 {where}',
  choose: '选择文件', other: '换一份', looking: '正在看 {name}', reading: '正在读 {name}', drop: '松开即选这份', rows: '{n} 行', rowsAbout: '约 {n} 行', column: '列名', sample: '样例', target: '对应', targetOf: '“{column}”对应', skip: '不导入', empty: '前几行为空', preview: '前几行会是这样', next: '下一步',
  back: '上一步', running: '正在登记，{done} / {total}', stop: '停下', leave: '可以先去别的页，登记照常进行。', again: '再导一份',
}
