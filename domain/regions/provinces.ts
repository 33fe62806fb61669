/** The provinces by the first two digits of a division's code (GB/T 2260). */
const PROVINCES: Readonly<Record<string, string>> = {
  11: '北京市',
  12: '天津市',
  13: '河北省',
  14: '山西省',
  15: '内蒙古自治区',
  21: '辽宁省',
  22: '吉林省',
  23: '黑龙江省',
  31: '上海市',
  32: '江苏省',
  33: '浙江省',
  34: '安徽省',
  35: '福建省',
  36: '江西省',
  37: '山东省',
  41: '河南省',
  42: '湖北省',
  43: '湖南省',
  44: '广东省',
  45: '广西壮族自治区',
  46: '海南省',
  50: '重庆市',
  51: '四川省',
  52: '贵州省',
  53: '云南省',
  54: '西藏自治区',
  61: '陕西省',
  62: '甘肃省',
  63: '青海省',
  64: '宁夏回族自治区',
  65: '新疆维吾尔自治区',
}

/** The full name of the province a division's code ('3302') belongs to; null for a code of one's own. */
export function provinceOf(code: string): string | null {
  return PROVINCES[code.slice(0, 2)] ?? null
}

/** What a place is called in short: 宁波市 → 宁波, 浙江省 → 浙江, 广西壮族自治区 → 广西. Names of two characters stay (市区 is none). */
export function shortPlaceName(name: string): string {
  const short = name.replace(/(?:壮族|回族|维吾尔)?自治区$|[省市区县]$/u, '')
  return [...short].length >= 2 ? short : name
}
