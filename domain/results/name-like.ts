/** What only stands in names of enterprises. */
const COMPANY_WORD =
  /公司|厂|集团|科技|机械|电子|电器|精工|精密|材料|实业|工贸|贸易|制造|股份|智能|自动化|生物|医药|化工|水产|食品|纺织|服饰|服装|汽车|汽配|模具|塑[料胶业]|金属|能源|环保|软件|信息|网络|工程|建设|建材|装备|设备|技术|研究[院所]|中心|合作社|事务所|商行|五金|电气|光电|仪表|仪器|阀门|轴承|紧固件|新能源|渔业|农业/
/** Words that make even a short text an enterprise. */
const COMPANY_END = /(?:公司|厂|集团|中心|研究院|研究所|合作社|事务所|商行)$/
const COMPOUND_SURNAME =
  /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|东方|独孤|南宫|端木|宇文|长孙|轩辕|钟离|濮阳|澹台|申屠|太史|闻人|呼延|百里|东郭|西门|赫连|拓跋|完颜|公羊|淳于|单于|宗政|鲜于|闾丘|亓官|仉督|司寇|颛孙|乐正|漆雕|壤驷|公良|夹谷|宰父|谷梁|巫马|公西|叶赫那拉)/

/** Whether a text can be a person's name: 2 to 4 Chinese characters, or a name with dots. No word of an enterprise in it. */
export function isPersonLike(text: string): boolean {
  if (/^\p{Script=Han}{2,15}(?:·\p{Script=Han}{1,15})+$/u.test(text)) return !COMPANY_WORD.test(text)
  if (!/^[\p{Script=Han}〇]{2,4}$/u.test(text) || COMPANY_END.test(text)) return false
  return [...text].length < 4 || !COMPANY_WORD.test(text)
}

/** Whether a text can be an enterprise's name: four characters or more, or fewer that end like one. */
export function isEnterpriseLike(text: string): boolean {
  if (!/\p{L}/u.test(text)) return false
  return [...text].length >= 4 || COMPANY_END.test(text)
}

/** Whether four characters begin with a surname of two: certainly a person. */
export function hasCompoundSurname(text: string): boolean {
  return COMPOUND_SURNAME.test(text)
}
