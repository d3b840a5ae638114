/** Labels of benchmarking; sentences about a limit or a refusal come from shared/words. */
export const zh = {
  title: '对标分析', untold: '未载', save: '保存', cancel: '取消', change: '修改', undo: '撤销', comma: '、',
  reference: {
    kind: '类别', national: '国标', sector: '行标', local: '地标', group: '团标', international: '国际', foreign: '国外', forerunner: '标杆', target: '目标',
    add: '加参照列', edit: '修改参照列', remove: '去掉这一列', replaced: '被代替', own: '自定', unlisted: '目录未载', limits: '{n} 条限值', newer: '已被 {number} 代替，限值请逐条核对', leave: '仍用旧版并注明', left: '仍用此版，已知有 {number}', leftSaid: '已注明：知道有 {number}，仍用旧版',
    field: { number: '标准编号', clause: '类、级或条款', name: '列名' }, hint: { number: '如“GB 18401-2010”', clause: '如“B 类”“表 2”，可不填', name: '没有标准时填，如“自定 2027”' },
    fault: { nameless: '请填标准编号；没有标准的列请填列名。', many: '一个指标集最多 {most} 列参照。请先去掉一列。' },
  },
  direction: { max: '越低越好', min: '越高越好', range: '区间', target: '目标值', text: '文字' },
  kind: { basic: '基本', core: '核心', innovation: '创新' }, kindLong: { basic: '基本：强制项，不分级', core: '核心：可分级', innovation: '创新：超出标准' },
  comparison: { full: '全数值', rounded: '修约值' },
  rule: { simple: '简单', guard: 'w = U' }, ruleLong: { simple: '简单接受 w = 0', guard: '保护带 w = U' },
  state: { draft: '草稿', used: '在用', ended: '停用' },
  col: { indicator: '指标', method: '方法', direction: '方向', limit: '限值原文', comparison: '比较', rule: '判定', kind: '类别' },
  set: {
    title: '指标集', words: '限值 参照 GB 18401 indicator set', none: '还没有指标集', noneText: '指标集写下一类产品的指标、方法和各参照列的限值，对标时拿企业的数值与它比较。可以先用起始集：GB 18401-2010。', readOnly: '由综合体工作人员维护。',
    add: '新建指标集', copy: '复制为新集', copyName: '{name}（副本）', rename: '改名', putStarter: '放入起始集 GB 18401-2010', starterPut: '起始集已放入，在用', choose: '选指标集', counts: '{indicators} 项，{references} 列，第 {edition} 版', chosen: '所选的限值',
    references: '参照列', editions: '版本', edition: '第 {n} 版', uses: '{n} 个对标在用', source: '限值出处', limits: '指标与限值', find: '查找', nothing: '没有符合的指标', all: '看全部',
    noReference: '还没有参照列，先加一列，如国标。', noIndicator: '还没有指标。', publish: '发布第 {n} 版', published: '第 {n} 版已发布，从现在起在用', next: '起草下一版', toDraft: '去看草稿', unread: '还有 {n} 条限值读不懂，已跳到第一条。改好再发布。', nothingYet: '还没有指标或参照列，不能发布。',
    name: '名称', nameHint: '如“针织 T 恤（直接接触皮肤）”', nameless: '请填名称。', dialog: { new: '新建指标集', copy: '复制为新集', name: '改名' },
  },
  indicator: {
    title: '这项指标', add: '加指标', edit: '修改指标', remove: '去掉这项', removed: '已去掉 {name}', none: '还没有指标', noneText: '加指标，或从起始集复制。', unit: '单位', noUnit: '无单位', noMethod: '方法待选',
    field: { name: '名称', nameEn: '英文名', unit: '单位', method: '方法标准' }, hint: { name: '如“甲醛含量”', nameEn: '英文报告用，可不填', unit: '如“mg/kg”“级”，没有就空着', method: '如“GB/T 2912.1-2009”，可不填' },
    fault: { name: '请填名称。', twice: '同名同方法的指标已经有了。请改名称或方法。', many: '一个指标集最多 {most} 项。请分成两个集。' },
  },
  limit: { title: '这条限值', clause: '条款', method: '另用方法', sameMethod: '同指标', none: '这一列没有此项', noneText: '空着表示这一列没有此项。', unread: '（读不懂）', asText: '按文字比较，只分达到与低于。', read: '读作：{what}' },
  answer: { set: '指标集 {name}', benchmark: '对标 {name}', value: '对标数值' },
  keys: { where: '指标集', publish: '发布草稿，或起草下一版', unread: '下一条读不懂的限值', indicator: '加指标', rename: '改名', toLimit: '从列表到限值' },
}
