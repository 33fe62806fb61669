const levels = /(?:自治县|自治州|经济技术开发区|开发区|旅游度假区|度假区|(?<!高)新区|地区|街道|市|区|县|旗|镇|乡)$/u
const highTech = /^.*?(高新)(?:技术产业开发区|区)$/u

/**
 * A region's name as people say it: 鄞州区 → 鄞州, 下应街道 → 下应, 宁波国家高新区 → 高新. A name that would be left with one sign stays whole
 * (郊区).
 */
export function shortRegionName(name: string): string {
  const short = name.replace(highTech, '$1').replace(levels, '')
  return [...short].length >= 2 ? short : name
}

const legalForms = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|（普通合伙）|（有限合伙）|公司|厂)$/u
const places = /^(?:中国)?(?:浙江省?)?(?:宁波市?)?/u

/**
 * An enterprise's name as a work group knows it: without the province and city before it and the legal form behind. A name that would be
 * left with fewer than two signs stays whole.
 */
export function shortEnterpriseName(name: string): string {
  const bare = name.replace(/^[（(](?:浙江|宁波)[）)]/u, '').replace(places, '')
  const short = bare.replace(legalForms, '').replace(/[（(](?:浙江|宁波)[）)]/gu, '')
  return [...short].length >= 2 ? short : name
}
