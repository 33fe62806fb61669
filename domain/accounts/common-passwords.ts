/** Words that guessing programs try first, also with figures and signs added; lower case. */
const WORDS =
  `password passw0rd p@ssword p@ssw0rd pass passwd secret letmein welcome admin administrator root guest test
demo user login master hello sunshine princess dragon monkey football baseball shadow michael jordan superman batman
iloveyou trustno1 qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc 1qaz 1qaz2wsx
1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq1 abc abcd abcde abcdef abcabc aabbcc china beijing shanghai ningbo zhejiang
hangzhou woaini woaini1314 woaiwo wodemima mima mimamima nihao nihaoma zhongguo wojia taobao weixin wechat qq tencent
alibaba baidu huawei xiaomi fighting happy lucky money company office manager changeme default temp temporary
computer internet server service system public private keyjige kejiju keji jishu qiye caiwu kuaiji gongsi yanfa zhixing
zhengfu renmin ribao xiangmu zhuanxiang xingdong 密码 管理员 科技局 我爱你`.split(/\s+/)

/** The words above as a set. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS)

/** Figures that stand alone or behind a word in many guessed passwords. */
export const COMMON_FIGURES =
  /^(?:0?123456789?0?|1234|12345|1234567?8?|987654321|87654321|654321|123123+|112233|5201314|1314520|520|1314|666+|888+|168+|110|119|(?:19|20)\d{2}(?:[01]\d[0-3]\d)?|\d{1,3})$/
