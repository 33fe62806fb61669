/** Two signs make the brand of an invented enterprise; each pair is used once. */
export const BRAND_FIRST = [...'甬澄青岚沐栖朗屿榕杉舸泓珩钧铎炽熠昶翊霁峤溯渚霖梓楠柏岩砺铭锐昱恺骅驰']
export const BRAND_SECOND = [...'江川岭湾泽屿帆舟桥原野林石峰岳洲辰星曦禾谷丰森澜源泉航途域弦音页章衡尺']

export const LEGAL_FORMS = ['有限公司', '有限公司', '有限公司', '股份有限公司', '科技有限公司'] as const

/** What an enterprise makes, and the industry the roster says. */
export const TRADES: readonly (readonly [string, string])[] = [
  ['精密机械', '通用设备制造业'],
  ['轴承', '通用设备制造业'],
  ['液压件', '通用设备制造业'],
  ['注塑机械', '专用设备制造业'],
  ['智能装备', '专用设备制造业'],
  ['模具', '专用设备制造业'],
  ['医疗器械', '专用设备制造业'],
  ['汽车零部件', '汽车制造业'],
  ['汽车电子', '汽车制造业'],
  ['小家电', '电气机械和器材制造业'],
  ['电机', '电气机械和器材制造业'],
  ['线缆', '电气机械和器材制造业'],
  ['光电', '计算机、通信和其他电子设备制造业'],
  ['微电子', '计算机、通信和其他电子设备制造业'],
  ['传感技术', '仪器仪表制造业'],
  ['仪表', '仪器仪表制造业'],
  ['新材料', '化学原料和化学制品制造业'],
  ['高分子材料', '橡胶和塑料制品业'],
  ['密封件', '橡胶和塑料制品业'],
  ['紧固件', '金属制品业'],
  ['五金', '金属制品业'],
  ['磁性材料', '非金属矿物制品业'],
  ['铜业', '有色金属冶炼和压延加工业'],
  ['文具', '文教、工美、体育和娱乐用品制造业'],
  ['针织', '纺织服装、服饰业'],
  ['生物科技', '医药制造业'],
  ['食品', '食品制造业'],
  ['水产', '农副食品加工业'],
  ['软件', '软件和信息技术服务业'],
  ['信息技术', '软件和信息技术服务业'],
  ['检测技术', '专业技术服务业'],
  ['船舶设备', '铁路、船舶、航空航天和其他运输设备制造业'],
]

export const SURNAMES = [
  ...'陈王张林徐周胡郑应叶沈俞虞邵柯竺戴鲍史乐袁方董范楼江葛毛童严贺孙黄吴朱李夏鲁傅蒋潘邱庄余洪冯阮励忻',
  '欧阳',
  '诸葛',
  '上官',
]

/** Given names after solar terms and the like: plainly invented, and kind to read. */
export const GIVEN_NAMES = [
  '立春',
  '雨水',
  '惊蛰',
  '春分',
  '秋水',
  '谷雨',
  '立夏',
  '小满',
  '芒种',
  '夏至',
  '小暑',
  '大暑',
  '立秋',
  '处暑',
  '白露',
  '秋分',
  '寒露',
  '霜降',
  '立冬',
  '小雪',
  '大雪',
  '冬至',
  '小寒',
  '大寒',
  '青禾',
  '云帆',
  '知秋',
  '望舒',
  '南星',
  '半夏',
  '杜若',
  '白芷',
  '沉香',
  '石竹',
  '松岩',
  '竹青',
  '梅朵',
  '兰舟',
  '菊隐',
  '荷风',
  '晨曦',
  '暮云',
  '朝露',
  '晚晴',
  '微雨',
  '初雪',
  '长风',
  '远山',
  '近水',
  '听涛',
  '观澜',
  '行舟',
  '知行',
  '明理',
  '思源',
  '致远',
  '守拙',
  '若谷',
  '怀瑾',
  '如海',
  '岚',
  '澄',
  '屿',
  '榕',
] as const

/** A name whose second sign lies outside the basic plane and outside many fonts. */
export const RARE_NAME = '王𬭎霖'

export const POSTS = ['会计', '研发内勤', '财务主管', '项目管理员', '办税员', '科技专员'] as const

/** What people wrote to the office, and what it answered. */
export const SUGGESTIONS: readonly { page: string; text: string; answer: string | null }[] = [
  {
    page: '/learn',
    text: '手机上看卡片很方便，希望能把留存备查清单单独打印一份。',
    answer: '清单在第五课末尾，可以用浏览器打印；已记下做成单页的建议。',
  },
  { page: '/learn/courses/guiji-fuzhuzhang', text: '第三课工时分摊的例子，能不能再举一个两人两项目的？', answer: null },
  {
    page: '/learn/labs/qita-xiane',
    text: '练习里金额能不能直接从表格里粘贴？',
    answer: '可以，带千分位或“元”都能识别。',
  },
  {
    page: '/learn',
    text: '我已经不在这家企业做账了，接手的是新同事，请更新。',
    answer: '已按您说的日期更换经办人，谢谢告知。',
  },
  { page: '/', text: '希望培训现场也能放在工作日晚上。', answer: null },
  {
    page: '/learn/exams/guiji-fuzhuzhang-ceping',
    text: '两次之间要等24小时，建议在开始之前说得再醒目一点。',
    answer: '已在开始页第一行写明。',
  },
  {
    page: '/verify',
    text: '核验页面能不能显示企业名称？',
    answer: '为保护个人信息，核验页面只显示姓氏和所完成的内容。',
  },
  { page: '/learn', text: '代账公司一个人负责九家企业，完成一次各家都算，很好。', answer: null },
]
