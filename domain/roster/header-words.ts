import { squeeze } from './cell-text'

export type PersonPart = 'name' | 'mobile' | 'post' | 'contact' | 'flag'

/** A header that names somebody: whose, which part, and the number when it says one ('经办人2姓名'). */
export interface PersonWord {
  field: 'head' | 'clerk'
  part: PersonPart
  no?: number
}

/** A header that only says a part ('手机号码'): the person stands before it or above it. */
export interface PartWord {
  field: 'part'
  part: PersonPart
}

export interface FieldWord {
  field: 'seq' | 'name' | 'uscc' | 'county' | 'township' | 'key' | 'industry' | 'remark'
}

/** What the text of one header cell means by itself. */
export type HeaderWord = FieldWord | PersonWord | PartWord

const FIXED: [RegExp, HeaderWord][] = [
  [/^(?:序号?|编号|no\.?|№|#)$/i, { field: 'seq' }],
  [
    /^(?:uscc|(?:统一)?(?:社会)?信用(?:代码|编码|号码?)|统一代码|统一社会信用代码证?号?|(?:企业|单位|纳税人)?(?:统一)?(?:社会)?信用代码|(?:企业)?税号|纳税人识别号|(?:营业执照|企业)(?:统一社会信用)?代码)$/i,
    { field: 'uscc' },
  ],
  [
    /^(?:企业|单位|公司|纳税人|法人|主体|市场主体|经营主体)(?:\(?(?:企业|单位|公司)\)?)?(?:名称?|全称|名字)?$/,
    { field: 'name' },
  ],
  [/^(?:名称|全称)$/, { field: 'name' }],
  [
    /^(?:所属|所在|属地|归属|注册)?(?:乡镇|镇街|镇乡|街道|镇|镇\(街道\)|乡镇\(街道\)|镇乡\(街道\)|乡镇街道|镇乡街道|镇街道|镇\/街道|乡镇\/街道|街道\(?乡镇\)?|街道\/乡镇|街道\(镇\))(?:名称)?$/,
    { field: 'township' },
  ],
  [
    /^(?:所属|所在|归属|注册)?(?:区县市?|县市区|区市县|县区|市区|区|县|县\(市、区\)|县\(市区\)|区\(县、市\)|区\(县\)|区\(县市\)|区、县\(市\)|区\/县|区域|地区|辖区|属地|地域|行政区划?|功能区|区县\(市\)|县\(市,区\)|区\(县,市\))(?:名称)?$/,
    { field: 'county' },
  ],
  [
    /^(?:是否)?(?:为)?(?:属于)?(?:研发)?重点(?:培育)?企业?(?:\(?是[/、]?否\)?)?$|^(?:是否)?重点$|^企业类别$|^重点企业标[识志]$/,
    { field: 'key' },
  ],
  [/^(?:所属|所在|国民经济)?(?:行业|产业)(?:领域|类别|名称|分类|门类)?$/, { field: 'industry' }],
  [/^(?:备注|说明|其他)$/, { field: 'remark' }],
]

const HEAD =
  /^(?:(?:企业|单位|公司)(?:主要)?|主要|第一)?负责人|^法(?:定代表)?人(?:代表)?(?=姓名|手机|电话|联系|$)|^法定代表人|^企业(?:家|主)|^总经理|^董事长|^一把手|^受托负责人/
const CLERK =
  /^(?:第[一二三四五六])?(?:研发|科技|财务|统计|申报|业务|具体|企业|单位)?(?:经办人?员?|办事员|联[系络](?:人员?|员)|对接人员?|专员|填报人员?|代账(?:人员?|会计)|会计|具体经办人员?)/
const NUMBER: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
}

/** A header's text for comparison: half-width, without spaces, stars, colons and hints such as (必填). */
export function headerText(raw: string): string {
  return squeeze(raw)
    .replace(/[*＊★:：]/gu, '')
    .replace(
      /\((?:必填|选填|可选|可不填|18位|11位|是\/否|是或否|填是或否|盖章|下拉选择|以营业执照为准|同营业执照)\)/gu,
      '',
    )
}

function partOf(text: string): PersonPart | undefined {
  if (/是否|受托|代账$/.test(text)) return 'flag'
  if (/(?:姓名|名字).*(?:手机|电话|联系方式|号码)|(?:及|和|与|\/|、)(?:手机|电话|联系方式)/.test(text)) return 'contact'
  if (/(?:手机|电话|联系方式|移动电话|号码|座机)/.test(text)) return 'mobile'
  if (/(?:岗位|职务|职位|部门|职责|类型)/.test(text)) return 'post'
  if (/(?:姓名|名字|名单)/.test(text)) return 'name'
  return undefined
}

/**
 * What a header cell means, from its text alone ('负责人手机', '经办人2姓名', '手机号码').
 *
 * @returns undefined when the text is not known: the column is then listed as not used, never guessed.
 */
export function headerWord(raw: string): HeaderWord | undefined {
  const text = headerText(raw)
  if (text === '') return undefined
  for (const [pattern, word] of FIXED) if (pattern.test(text)) return word
  const person = personWord(text)
  if (person) return person
  const part = partOf(text)
  return part && text.length <= 8 ? { field: 'part', part } : undefined
}

function personWord(text: string): PersonWord | undefined {
  const bare = text.replace(/^是否/, '')
  const clerk = CLERK.exec(bare)
  const head = clerk ? null : HEAD.exec(bare)
  const matched = clerk ?? head
  if (!matched) return undefined
  const rest = bare.slice(matched[0].length)
  const digit = /^\(?([1-6一二三四五六])\)?/.exec(rest)?.[1] ?? /第([一二三四五六])/.exec(matched[0])?.[1]
  const tail = rest.replace(/^\(?[1-6一二三四五六]\)?/, '')
  const part = text.startsWith('是否')
    ? 'flag'
    : (partOf(tail) ?? (tail === '' || tail === '信息' ? 'contact' : undefined))
  if (!part) return undefined
  if (head) return { field: 'head', part }
  const no = digit ? (NUMBER[digit] ?? Number(digit)) : undefined
  return no === undefined ? { field: 'clerk', part } : { field: 'clerk', part, no }
}
