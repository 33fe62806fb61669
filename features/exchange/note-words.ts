/** Chinese for what readers and writers say; `$1`, `$2` stand for what the sentence names. The command line says it in English. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [
    /^concept, fact, difficulty and citation are kept in a comment line that Moodle passes over$/,
    '知识点、依据、难度和文号写在注释行里，Moodle 会略过',
  ],
  [
    /^fact and citation are kept in an element <zhixing> that Moodle passes over; the concept and difficulty are tags, too$/,
    '依据和文号写在 <zhixing> 元素里，Moodle 会略过；知识点和难度另有标签',
  ],
  [
    /^concept, fact, difficulty and citation stand in the attribute .* which other programs pass over$/,
    '知识点、依据、难度和文号写在附加属性里，其他软件会略过',
  ],
  [/^shown as matching with places, as GIFT has no ordering$/, 'GIFT 没有排序题，写成与位置配对'],
  [/^the reason of each pair is kept in .*$/, '每一对的理由写在别的软件会略过的地方'],
  [/^the unit (.*) is kept in .*$/, '单位“$1”写在注释行里'],
  [/^that it belongs to the case (.*) is kept in .*$/, '属于案例 $1，写在别的软件会略过的地方；材料作为说明放在前面'],
  [/^the material of the case (.*) stands in each of its parts$/, '案例 $1 的材料在每一小题里都有'],
  [/^part marks are not carried: all in order or nothing$/, '部分得分带不走：全对才得分'],
  [
    /^part marks are not carried: the service has its own rule for several choices$/,
    '部分得分带不走：多选按对方的规则计分',
  ],
  [/^a number becomes a word to fill in; its tolerance is not carried$/, '数字题变成填空，误差带不走'],
  [/^concept, difficulty and citation are not carried$/, '知识点、难度和文号带不走'],
  [/^left out: a part of the case (.*)$/, '略去：案例 $1 的小题'],
  [/^left out: such a service grades no .*$/, '略去：这类服务不能为这种题计分'],
  [/^(.*) is longer than a cell of Excel holds$/, '$1 超出 Excel 单元格的长度'],
  [/^no reason for option (\d+): .*$/, '第 $1 个选项没有理由，写成“待补”'],
  [/^no reason for the pair (.*): .*$/, '“$1”这一对没有理由，写成“待补”'],
  [/^no reason for .*: .*$/, '没有解析，写成“待补”'],
  [/^what our export kept beside it cannot be read any more$/, '随题保留的原文已经读不出来'],
  [/^category left out: (.*)$/, '略去分类：$1'],
  [/^a description without answers is left out$/, '略去没有答案的说明'],
  [/^an essay question is left out: .*$/, '略去问答题：无法自动计分'],
  [/^part marks of a question with one right answer are left out.*$/, '略去单选题里的部分得分：只有全对才得分'],
  [/^its own weights are left out: .*$/, '略去自带的分值：这里选对的平分，选错的同样扣'],
  [/^answers worth a part of the marks are left out$/, '略去只得部分分的答案'],
  [/^a \* in an answer stands for itself here, not for any text$/, '答案里的 * 在这里就是星号，不代表任意文字'],
  [/^feedback on a pair is left out$/, '略去配对上的反馈'],
  [/^of several numbers only the first worth full marks is kept$/, '几个数字答案只保留第一个满分的'],
  [/^left out: a question of the unknown type (.*)$/, '略去：不认识的题型 $1'],
  [/^left out: a question of type (.*)$/, '略去：题型 $1'],
  [/^a file is left out: (.*)$/, '略去文件：$1'],
  [/^a picture is left out: (.*)$/, '略去图片：$1'],
  [/^a link is left out: (.*)$/, '略去链接：$1'],
  [/^the element (.*) keeps its words alone$/, '元素 $1 只保留文字'],
  [/^HTML that cannot be read keeps its words alone$/, '读不懂的网页格式只保留文字'],
  [/^left out: no QTI item$/, '略去：不是 QTI 题目'],
  [/^left out: <(.*)> is no QTI 3.0 item$/, '略去：<$1> 不是 QTI 3.0 题目'],
  [/^left out: several interactions in an item$/, '略去：一个题目里有几处作答'],
  [/^left out: no interaction$/, '略去：没有作答的地方'],
  [/^left out: (.*-interaction)$/, '略去：不支持的作答方式 $1'],
  [/^the column (.*) is left out$/, '略去列“$1”'],
  [/^the id occurs twice; this one becomes (.*)$/, '编号重复，这一题改为 $1'],
  [/^larger than 10 MB$/, '文件超过 10 MB'],
  [/^empty$/, '文件是空的'],
  [/^no text$/, '不是文本'],
  [/^cannot be (?:opened|read): (.*)$/, '打不开：$1'],
  [/^no headers 题型 and 题干: .*$/, '没有“题型”和“题干”两列：请用导出的表作样子，保留第一行'],
  [/^题型 "(.*)": expected (.*)$/, '题型“$1”：应为 $2'],
  [/^题干 is empty$/, '题干是空的'],
  [/^正确答案 "(.*)": one letter of the options$/, '正确答案“$1”：应为一个选项的字母'],
  [/^正确答案 "(.*)": at least two letters of the options$/, '正确答案“$1”：应为两个以上选项的字母'],
  [/^fewer than two options$/, '选项少于两个'],
  [/^正确答案 "(.*)": 对 or 错$/, '正确答案“$1”：应为对或错'],
  [/^"(.*)" is no plain decimal number$/, '“$1”不是普通的十进制数'],
  [/^正确答案 is empty: one accepted word a line$/, '正确答案是空的：每行写一个可接受的词'],
  [/^排序 needs three options or more, .*$/, '排序题要有三个以上选项，正确答案按顺序写全字母'],
  [/^配对 needs three options or more, .*$/, '配对题要有三个以上选项，每个都写配对'],
  [/^an item without words$|^a question without words$/, '没有题干'],
  [/^an item without a right answer$/, '没有正确答案'],
  [/^the right answer is none of the choices$/, '正确答案不在选项里'],
  [/^there is no (?:choice|pair) (.*)$/, '没有 $1 这一项'],
  [/^matching needs at least three pairs$/, '配对题至少要三对'],
  [/^a closing brace without an opening one$/, '有右花括号，没有左花括号'],
  [/^the brace that opens the answers is never closed$/, '答案的花括号没有闭合'],
  [/^a brace inside braces; .*$/, '花括号里又有花括号；要写这个字符请加反斜杠'],
  [/^more than one set of answers in a question$/, '一道题里有几组答案'],
  [/^answers begin with = or ~$/, '答案应以 = 或 ~ 开头'],
  [/^no answer is right$/, '没有正确答案'],
  [/^an option without words$/, '选项没有文字'],
  [/^no answer is worth full marks$/, '没有满分的答案'],
  [/^"(.*)" is no number.*$/, '“$1”不是数字'],
  [/^begins with <(.*)>, not with <quiz>$/, '以 <$1> 开头，不是 <quiz>'],
  [/^neither true nor false is right$/, '对与错都不是正确答案'],
  [/^one choice, and several answers worth full marks$/, '单选题有几个满分的答案'],
  [/^a document type declaration is not taken$/, '不接受文档类型声明（DOCTYPE）'],
  [/^nested too deep$/, '嵌套太深'],
  [/^no XML element$/, '不是 XML'],
]

/** What was said, in Chinese; a sentence of the XML reader itself stays as it is, behind a Chinese word for it. */
export function inChinese(what: string): string {
  for (const [sentence, words] of CHINESE) {
    if (sentence.test(what)) return what.replace(sentence, words)
  }
  return `格式有误：${what}`
}

/** Where it stands, in Chinese. */
export function placeInChinese(where: string): string {
  return where
    .replace(/^the (?:file|workbook|package)$/, '文件')
    .replace(/\bline (\d+)/, '第 $1 行')
    .replace(/^row (\d+)$/, '第 $1 行')
}
