/** Invented companies; none exists, and each says so by its first characters. */
export const COMPANIES = [
  '示例·甬精传动有限公司',
  '示例·镜湖液压有限公司',
  '示例·四明山泵业有限公司',
  '示例·象山湾铸造有限公司',
  '示例·慈溪埭轴承有限公司',
]

/** Invented projects. */
export const PROJECTS = ['伺服电缸', '静音齿轮箱', '节能液压站', '在线测量头', '耐磨涂层工艺', '轻量化机架']

export const NAMES = ['赵某', '钱某', '孙某', '李某', '周某', '吴某', '郑某', '王某', '冯某', '陈某']
export const METALS = ['铝棒 6061', '轴承钢棒 GCr15', '不锈钢板 304', '铜合金棒 QAl9-4']
export const PARTS = ['标准件一套', '密封件一批', '紧固件一批', '试样夹块毛坯']
export const INSTRUMENTS = ['三坐标测量机', '振动试验台', '材料试验机', '粗糙度轮廓仪']
export const SOFTWARE = ['CAE 结构仿真软件', '三维设计软件', '流体仿真软件', '控制算法开发软件']
export const UNIVERSITIES = ['示例·东海工业大学', '示例·甬江理工大学', '示例·镜湖学院']
export const CITIES = ['示例市甲', '示例市乙', '示例市丙']
export const CUSTOMERS = ['示例·北麓装备有限公司', '示例·长亭机床有限公司', '示例·西渡包装机械有限公司']
export const PRODUCTS = ['DJ-40 型产品', 'DJ-63 型产品', 'KX-20 型产品']
