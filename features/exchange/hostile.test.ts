import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readQuestions } from './formats'
import { inChinese } from './note-words'
import { shownOf } from './shown-question'
import type { Defaults } from './written-question'

const DEFAULTS: Defaults = { concept: 'somewhere', fact: '0', doc: '示例文件', difficulty: 2 }
const said = new Set<string>()
const read = async (text: string | Buffer) => {
  const result = await readQuestions(Buffer.from(text), DEFAULTS)
  for (const { what } of [...result.notes, ...result.problems]) said.add(what)
  return result
}
const shown = async (text: string | Buffer) => (await read(text)).questions.map(({ question }) => shownOf(question))

describe('GIFT from elsewhere', () => {
  it('understands escapes, formats, Windows line ends and missing feedback', async () => {
    const text =
      '// a comment\r\n::Q1:: 1 \\= 1\\: what \\{x\\} costs\\, 5\\~6\\#7? {\r\n=right \\= one#because\r\n~wrong\\n line\r\n}\r\n'
    expect(await shown(text)).toEqual([
      {
        prompt: '1 = 1: what \\{x\\} costs\\\\, 5\\~6#7?',
        because: null,
        kind: 'single',
        options: [
          { text: 'right = one', correct: true, because: 'because' },
          { text: 'wrong\n line', correct: false, because: '待补' },
        ],
      },
    ])
  })

  it.each([
    ['UTF-16 little-endian', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('研发费用? {TRUE}', 'utf16le')])],
    [
      'UTF-16 big-endian',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('研发费用? {TRUE}', 'utf16le').swap16()]),
    ],
    ['UTF-8 with its mark', Buffer.from('\uFEFF研发费用? {TRUE}')],
  ])('reads %s', async (_, bytes) => {
    expect(await shown(bytes)).toMatchObject([{ prompt: '研发费用?', kind: 'truefalse', answer: true }])
  })

  it('takes weights for several right answers, and says that its own weights are left out', async () => {
    const { questions, notes } = await read('q {~%50%a ~%50%b ~%-100%c ~d}')
    expect(questions.map(({ question }) => shownOf(question))).toMatchObject([
      { kind: 'multiple', options: [{ correct: true }, { correct: true }, { correct: false }, { correct: false }] },
    ])
    expect(notes.some(({ what }) => what.includes('weights are left out'))).toBe(true)
    expect((await read('q {~%50%a ~%50%b ~%-50%c ~%-50%d}')).notes.some(({ what }) => what.includes('weights'))).toBe(
      false,
    )
    expect(await shown('q {=a ~%50%half ~c}')).toMatchObject([
      { kind: 'single', options: [{ correct: true }, { correct: false }, {}] },
    ])
  })

  it('reads numbers, tolerances and ranges exactly', async () => {
    expect(await shown('a {#3.14:0.005}\n\nb {#1..2}\n\nc {#=%100%5:0.1#yes =%50%6:0.1}\n\nd {#-7}')).toMatchObject([
      { answer: '3.14', tolerance: '0.005' },
      { answer: '1.5', tolerance: '0.5' },
      { answer: '5', tolerance: '0.1', because: 'yes' },
      { answer: '-7', tolerance: '0' },
    ])
  })

  it('turns HTML into our own text and tells of pictures', async () => {
    const { questions, notes } = await read(
      '[html]<p>A <b>bold</b> &lt;5&nbsp;x<sub>2</sub><br>next <img src="a.png" alt="图"></p> {T}',
    )
    expect(questions[0]?.question.prompt).toBe('A **bold** &lt;5 x<sub>2</sub><br/>next 图')
    expect(notes.map(({ what }) => what).join()).toContain('a picture is left out: a.png')
  })

  it('lists categories, descriptions and essays, and reads a missing word', async () => {
    const { questions, notes } = await read('$CATEGORY: x/y\n\nOnly words.\n\nWrite! {}\n\nThe {=cat =dog} barks.')
    expect(questions).toHaveLength(1)
    expect(questions[0]?.question).toMatchObject({ kind: 'fillin', accepted: ['cat', 'dog'] })
    expect(questions[0]?.question.prompt).toContain('barks.')
    expect(notes.filter(({ where }) => /line [135]$/.test(where))).toHaveLength(3)
  })

  it.each([
    ['q {=a ~b', 'line 1', 'never closed'],
    ['fine {T}\n\nq {=a {~b} ~c}', 'line 3', 'inside braces'],
    ['q {~a ~b}', 'line 1', 'no answer is right'],
    ['q {#abc}', 'line 1', 'is no number'],
    ['{=a ~b}', 'line 1', 'without words'],
    ['q {=a -> 1 =b -> 2}', 'line 1', 'at least three pairs'],
    ['q } {=a ~b}', 'line 1', ''],
  ])('gives nothing but line and reason for %s', async (text, where, what) => {
    const { questions, problems } = await read(text)
    expect(questions).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]?.where).toBe(where)
    expect(problems[0]?.what).toContain(what)
  })
})

const quiz = (inside: string) => `<?xml version="1.0"?><quiz>${inside}</quiz>`
const words = (name: string, text: string) => `<${name} format="html"><text><![CDATA[${text}]]></text></${name}>`

describe('Moodle XML from elsewhere', () => {
  it('reads choices with CDATA, entities and missing feedback', async () => {
    const text = quiz(
      `<question type="multichoice">${words('questiontext', '<p>A &amp; B &ldquo;x&rdquo;</p>')}<single>true</single>` +
        '<answer fraction="100"><text>yes</text></answer><answer fraction="0"><text>no</text></answer></question>',
    )
    expect(await shown(text)).toMatchObject([
      {
        prompt: 'A & B “x”',
        kind: 'single',
        options: [{ text: 'yes', correct: true, because: '待补' }, { text: 'no' }],
      },
    ])
  })

  it('lists what it leaves out: types, files, and several numbers', async () => {
    const { questions, notes } = await read(
      quiz(
        `<question type="category"><category><text>x</text></category></question><question type="cloze">${words('questiontext', 'c')}</question>` +
          `<question type="numerical">${words('questiontext', 'n <img src="@@PLUGINFILE@@/a.png"/>')}<file name="a.png">AAAA</file>` +
          '<answer fraction="100"><text>5</text><tolerance>0.1</tolerance></answer><answer fraction="50"><text>6</text></answer></question>',
      ),
    )
    expect(questions).toHaveLength(1)
    const told = notes.map(({ what }) => what).join('\n')
    for (const one of [
      'type category',
      'type cloze',
      'a file is left out: a.png',
      'a picture is left out',
      'several numbers',
    ])
      expect(told).toContain(one)
  })

  it.each([
    [
      'a document type declaration',
      '<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>',
      'document type',
    ],
    ['a billion laughs', '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>', 'document type'],
    ['an unclosed element', '<quiz><question type="truefalse"></quiz>', ''],
    ['no quiz', '<html><body>hello</body></html>', 'not with <quiz>'],
    ['a nest without end', `<quiz>${'<a>'.repeat(500)}`, 'too deep'],
    ['an unknown entity', quiz('<question type="truefalse"><name><text>&nosuch;</text></name></question>'), ''],
    [
      'no right answer',
      quiz(
        `<question type="multichoice">${words('questiontext', 'q')}<answer fraction="0"><text>a</text></answer></question>`,
      ),
      'no answer is right',
    ],
  ])('refuses %s with line and reason', async (_, text, what) => {
    const { questions, problems } = await read(text)
    expect(questions).toEqual([])
    expect(problems[0]?.where).toMatch(/^line \d+$/)
    expect(problems[0]?.what).toContain(what)
  })
})

const item = (inside: string, response = '<qti-value>a</qti-value>') =>
  `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="x-1"><qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response>${response}</qti-correct-response></qti-response-declaration><qti-item-body>${inside}</qti-item-body></qti-assessment-item>`

describe('QTI from elsewhere', () => {
  it('reads a single item, and lists interactions it does not know', async () => {
    const choice =
      '<qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Which?</qti-prompt><qti-simple-choice identifier="a">A</qti-simple-choice><qti-simple-choice identifier="b">B</qti-simple-choice></qti-choice-interaction>'
    expect(await shown(item(choice))).toMatchObject([
      { kind: 'single', prompt: 'Which?', options: [{ correct: true }, { correct: false }] },
    ])
    const { questions, notes } = await read(item('<qti-hotspot-interaction response-identifier="RESPONSE"/>'))
    expect(questions).toEqual([])
    expect(notes[0]?.what).toContain('qti-hotspot-interaction')
    expect((await read(item(choice, ''))).problems[0]?.what).toContain('without a right answer')
  })

  it('refuses a package that is a bomb or climbs out of its folder, and lists pictures', async () => {
    const bomb = new JSZip()
    bomb.file('imsmanifest.xml', '<manifest/>')
    bomb.file('items/a.xml', Buffer.alloc(60 * 1024 * 1024))
    const bytes = await bomb.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
    expect((await readQuestions(bytes, DEFAULTS)).problems[0]?.what).toContain('too-large-inside')
    const pictured = new JSZip()
    pictured.file('imsmanifest.xml', '<manifest/>')
    pictured.file('images/a.png', 'png')
    const { notes } = await readQuestions(await pictured.generateAsync({ type: 'nodebuffer' }), DEFAULTS)
    expect(notes).toEqual([{ where: 'images/a.png', what: 'left out: no QTI item' }])
  })
})

describe('a file made to exhaust its reader', () => {
  it.each([
    ['a million marks of feedback', `q {=a${'#x'.repeat(1_000_000)} ~b}`],
    ['a hundred thousand answers', `q {=a ${'~b '.repeat(100_000)}}`],
    ['a hundred thousand questions', 'q {T}\n\n'.repeat(100_000)],
    [
      'a hundred thousand choices',
      quiz(
        `<question type="multichoice">${words('questiontext', 'q')}${'<answer fraction="100"><text>a</text></answer>'.repeat(100_000)}</question>`,
      ),
    ],
    ['a table of a hundred thousand rows', `[html]<table>${'<tr><td>a</td></tr>'.repeat(100_000)}</table> {T}`],
    ['brackets without end', `q {${'\\{'.repeat(500_000)}`],
  ])('is answered like any other: %s', async (_, text) => {
    const { questions, problems } = await readQuestions(Buffer.from(text), DEFAULTS)
    expect(questions.length > 0 || problems.length > 0).toBe(true)
  })
})

describe('any file', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['more than 10 MB', Buffer.alloc(11 * 1024 * 1024, 'a'), 'larger than 10 MB'],
    ['bytes that are no text', Buffer.from([0x41, 0, 1, 2, 3, 0]), 'no text'],
    ['a broken zip', Buffer.from('PK\u0003\u0004 broken'), 'cannot be opened'],
  ])('is refused when it is %s', async (_, bytes, what) => {
    const { questions, problems } = await readQuestions(bytes, DEFAULTS)
    expect(questions).toEqual([])
    expect(problems[0]?.what).toContain(what)
  })
})

describe('everything said above', () => {
  it('has Chinese words, but for what the XML reader and the schema say themselves', () => {
    const without = [...said].filter((what) => inChinese(what).startsWith('格式有误'))
    expect(said.size).toBeGreaterThan(25)
    expect(without.filter((what) => !/unclosed|tag|entity|undefined|:/i.test(what))).toEqual([])
  })
})
