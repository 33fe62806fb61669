import type { CostKind } from './ledger'

/** Invented companies; none exists, and each says so by its first characters. */
export const COMPANIES = [
  '示例·甬川智造有限公司',
  '示例·澄江精密机械有限公司',
  '示例·海曙桥电子有限公司',
  '示例·东岬新材料有限公司',
  '示例·四明山生物科技有限公司',
]

/** Invented research projects. */
export const PROJECTS = [
  '伺服电缸轻量化设计',
  '高导热复合材料配方',
  '视觉检测算法及样机',
  '低噪声齿轮箱工艺',
  '可降解包装膜试制',
  '高温密封圈寿命提升',
  '注塑机节能液压系统',
  '精密轴承在线测量装置',
]

/** What a voucher line of each kind may say; all of them belong to that kind without doubt. Source: facts, section 1.5. */
export const SUMMARIES: Record<CostKind, readonly string[]> = {
  LABOR: ['研发人员工资', '研发人员五险一金（单位部分）', '外聘研发人员劳务费', '研发辅助人员工资'],
  DIRECT: [
    '领用材料试制样件',
    '试制用模具开发费',
    '研发设备租赁费（经营租赁）',
    '中试用电费',
    '研发设备维修费',
    '试制产品检验费',
  ],
  DEPRECIATION: ['研发检测仪折旧', '试验台折旧'],
  AMORTISATION: ['仿真软件摊销', '研发用专利权摊销'],
  DESIGN: ['新产品设计费', '新工艺规程制定费'],
  OTHER: [
    '专家咨询费',
    '发明专利代理费',
    '项目差旅费',
    '技术会议费',
    '技术图书资料费',
    '研发人员职工福利费',
    '成果鉴定费',
    '资料翻译费',
  ],
}
