import { CUSTOMERS, INSTRUMENTS, METALS, PARTS, PRODUCTS, SOFTWARE } from './invented'
import {
  card,
  dayOf,
  type Drafts,
  facts,
  invoice,
  monthOf,
  projectOf,
  requisition,
  signatures,
  slip,
} from './paper-parts'

/** Documents about things: material, tools, instruments, rooms, cards of assets. */
export const goodsDrafts: Drafts = {
  'trial-material': (drawing) =>
    requisition(drawing, drawing.pick(METALS), '件', `${projectOf(drawing.one)} 试制样件`, [
      '样件用于台架试验，试验后留存，不对外销售。',
    ]),
  'public-reagent': (drawing) =>
    requisition(drawing, '试验用试剂', '瓶', `${projectOf(drawing.one)} 性能试验`, [
      '这批试剂用市里拨付的研发专项资金购买；该笔资金企业已作为不征税收入处理。',
    ]),
  'free-upgrade': (drawing) =>
    requisition(
      drawing,
      drawing.pick(PARTS),
      '套',
      `为 ${drawing.pick(CUSTOMERS)} 上年买走的 ${drawing.pick(PRODUCTS)} 免费升级`,
      [`${drawing.pick(PRODUCTS)} 已批量销售两年；升级由研发中心的人上门更换。`],
    ),
  'trial-mould': (drawing) =>
    invoice(
      drawing,
      '示例·洞桥模具有限公司',
      [['试制用压铸模开发、制造', drawing.amount]],
      `${projectOf(drawing.one)} 试制样件专用，只做样件；单套未列固定资产，不转入生产。`,
    ),
  'instrument-purchase': (drawing) =>
    invoice(
      drawing,
      '示例·精衡仪器有限公司',
      [[`${drawing.pick(INSTRUMENTS)} 1 台`, drawing.amount]],
      `供 ${projectOf(drawing.one)} 检测用；本月验收并投入使用，登记为固定资产。企业未选择一次性扣除。`,
    ),
  'instrument-card': (drawing) =>
    card(
      drawing,
      '固定资产卡片',
      [
        ['名称', drawing.pick(INSTRUMENTS, 1)],
        ['类别', '仪器、设备'],
        ['启用', `${drawing.one.year - 1}-0${1 + (drawing.voucher.variant % 9)}`],
        ['使用部门', '研发中心，只用于研发'],
        ['折旧年限', '10 年'],
      ],
      `${monthOf(drawing.one)}折旧（元）`,
    ),
  'building-card': (drawing) =>
    card(
      drawing,
      '固定资产卡片',
      [
        ['名称', '研发楼'],
        ['类别', '房屋、建筑物'],
        ['启用', `${drawing.one.year - 6}-0${1 + (drawing.voucher.variant % 9)}`],
        ['使用部门', '研发中心，只用于研发'],
        ['折旧年限', '20 年'],
      ],
      `${monthOf(drawing.one)}折旧（元）`,
    ),
  'software-card': (drawing) =>
    card(
      drawing,
      '无形资产卡片',
      [
        ['名称', drawing.pick(SOFTWARE)],
        ['取得方式', '外购'],
        ['使用部门', '研发中心，只用于研发'],
        ['摊销年限', '10 年'],
      ],
      `${monthOf(drawing.one)}摊销（元）`,
    ),
  'patent-card': (drawing) =>
    card(
      drawing,
      '无形资产卡片',
      [
        ['名称', '一种密封结构（发明专利权）'],
        ['取得方式', '外购，已办权利人变更'],
        ['使用部门', `研发中心，只用于 ${projectOf(drawing.one)}`],
        ['摊销年限', '10 年'],
      ],
      `${monthOf(drawing.one)}摊销（元）`,
    ),
  'office-rent': (drawing) =>
    invoice(
      drawing,
      '示例·创智园资产管理有限公司',
      [['不动产经营租赁 办公用房', drawing.amount]],
      `研发中心办公室 ${monthOf(drawing.one)}房租，租期一年。`,
    ),
  'chamber-lease': (drawing) => ({
    kind: 'contract',
    title: '设备租赁合同',
    no: `ZL-${drawing.one.year}-${String(100 + (drawing.voucher.variant % 800))}（摘要）`,
    blocks: [
      facts(
        ['出租方', '示例·百试设备租赁有限公司'],
        ['承租方', drawing.one.company],
        ['设备', '高低温试验箱 1 台'],
        ['方式', '经营租赁，期满归还'],
        ['用途', `${projectOf(drawing.one)} 环境试验，不作他用`],
        [`${monthOf(drawing.one)}租金（不含税，元）`, { fen: drawing.amount }],
      ),
      signatures('出租方', '承租方', dayOf(drawing)),
    ],
  }),
  'instrument-repair': (drawing) =>
    invoice(
      drawing,
      '示例·精衡仪器有限公司',
      [[`${drawing.pick(INSTRUMENTS)}维修、校准`, drawing.amount]],
      `设备在研发中心实验室，只用于 ${projectOf(drawing.one)}。`,
    ),
  'trial-power': (drawing) =>
    slip(
      drawing,
      '电费分割单',
      [
        ['计量', '中间试验线单独装表'],
        ['用途', `${projectOf(drawing.one)} 中间试验，本月没有生产`],
      ],
      [[`${monthOf(drawing.one)}电费`, drawing.amount]],
    ),
}
