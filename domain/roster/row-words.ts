/** A row of sums: 小计, 合计12家. Tested on a squeezed cell. */
export const TOTAL = /^(?:[一-龥]{0,6}[(（]?(?:小计|合计|总计|共计|累计)[)）]?|total)[:：]?[\d家户个 ]*$/i
/** A line below the table: who filled it in, when, notes. Tested on a squeezed cell. */
export const SIGNATURE =
  /^(?:填表人|填报人|制表人?|填报单位|填表单位|审核人?|复核人?|审批人?|单位负责人|负责人签[字名]|联系电话|联系人|填报日期|填表日期|制表日期|日期|盖章|注|备注|说明|填表说明|填报说明|注意事项)[\d.、]*[:：(（]/
