/**
 * Eight words for a SHA-256 fingerprint in hex, one for each of its first eight bytes: two people read them to each other before a
 * desk trusts a hub. The list is never reordered, or the same certificate would read otherwise on the two sides.
 */
export const fingerprintWords = (hex: string): string[] => {
  const bytes = hex.replaceAll(/[^0-9a-f]/gi, '').slice(0, 16).match(/../g) ?? []
  return bytes.map(byte => WORDS[parseInt(byte, 16)])
}

/** 256 words that are told apart by ear: nouns of two characters, each said without a second reading. */
const WORDS = `
青山 石桥 白鹭 木船 纸伞 清茶 铜钟 稻田 竹林 荷花 月亮 海浪 沙滩 草原 森林 瀑布
雪花 彩虹 闪电 清风 朝霞 星空 池塘 小溪 山谷 悬崖 温泉 火山 冰川 岛屿 港湾 灯塔
苹果 香蕉 葡萄 樱桃 西瓜 菠萝 柠檬 石榴 核桃 花生 红枣 杨梅 枇杷 荔枝 柿子 桃子
白菜 萝卜 黄瓜 茄子 番茄 土豆 蘑菇 豆腐 生姜 大蒜 芹菜 菠菜 冬瓜 莲藕 玉米 芝麻
老虎 狮子 大象 猴子 熊猫 骆驼 斑马 兔子 松鼠 刺猬 狐狸 绵羊 水牛 骏马 野猪 袋鼠
孔雀 天鹅 喜鹊 燕子 老鹰 鹦鹉 鸽子 麻雀 公鸡 鸭子 蜻蜓 蝴蝶 蜜蜂 蚂蚁 蟋蟀 萤火
鲤鱼 海豚 鲸鱼 乌龟 螃蟹 龙虾 章鱼 海星 珊瑚 贝壳 珍珠 青蛙 蝌蚪 蜗牛 壁虎 恐龙
桌子 椅子 柜子 窗帘 地毯 台灯 镜子 梳子 毛巾 肥皂 牙刷 枕头 棉被 竹席 雨衣 手套
围巾 帽子 皮鞋 袜子 衬衫 旗袍 裙子 纽扣 丝绸 棉花 羊毛 亚麻 剪刀 针线 尺子 算盘
毛笔 墨水 砚台 宣纸 印章 信封 邮票 书包 词典 地图 日历 黑板 粉笔 铅笔 橡皮 胶水
锤子 钉子 锯子 扳手 螺丝 钳子 斧头 铁锹 扁担 箩筐 水桶 木梯 绳索 铁链 弹簧 齿轮
轮船 火车 飞机 卡车 马车 单车 雪橇 帆船 渡口 车站 机场 码头 隧道 公路 铁轨 路灯
米饭 面条 馒头 饺子 包子 粽子 月饼 豆浆 牛奶 鸡蛋 红糖 食盐 酱油 香醋 黄酒 蜂蜜
茶壶 瓷碗 筷子 勺子 盘子 砂锅 蒸笼 炉灶 水缸 酒坛 花瓶 竹篮 葫芦 木盆 铁锅 菜刀
二胡 琵琶 笛子 古筝 唢呐 锣鼓 钢琴 口琴 风铃 象棋 围棋 风筝 陀螺 灯笼 鞭炮 秋千
宫殿 宝塔 寺庙 城墙 牌坊 凉亭 长廊 庭院 水井 磨坊 粮仓 书院 戏台 集市 当铺 客栈
`.trim().split(/\s+/)
