import { expect, test } from '@playwright/test'
import JSZip from 'jszip'
import { raiseWorld, type World } from '../support/world'
import { RULES } from './expected'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
let world: World

test.beforeAll(async () => {
  world = await raiseWorld()
})

/** A cell as it stands in the sheet's own XML: none of the library that wrote it has a part in reading it. */
interface Cell {
  column: string
  isText: boolean
  text: string
}

function cellsOf(xml: string): Cell[][] {
  return [...xml.matchAll(/<row\b[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, row = '']) =>
    [...row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, attributes = '', inner = '']) => ({
      column: /\br="([A-Z]+)/.exec(attributes)?.[1] ?? '',
      isText: /\bt="(?:inlineStr|s|str)"/.test(attributes),
      text: inner.replace(/<[^>]+>/g, ''),
    })),
  )
}

test('every workbook that leaves the house opens elsewhere: no formula, no link outside, codes as text, counts as numbers', async ({
  request,
}) => {
  test.setTimeout(180_000)
  const seen: string[] = []
  for (const rule of RULES) {
    const reader = (['county', 'city', 'anonymous'] as const).find((one) => rule.opens.includes(one))
    // A worksheet for taking home computes; what is made from our rows never does.
    if (!reader || (rule.method ?? 'GET') !== 'GET' || rule.route.startsWith('/worksheets')) continue
    const response = await request.get(rule.address(world), {
      headers: { cookie: world.cookies[reader] },
      maxRedirects: 0,
    })
    if (response.headers()['content-type'] !== XLSX) continue
    seen.push(rule.route)
    const zip = await JSZip.loadAsync(await response.body())
    const names = Object.keys(zip.files)
    expect(names, rule.route).toContain('xl/workbook.xml')
    expect(
      names.filter((name) => /externalLinks|vbaProject|embeddings/.test(name)),
      rule.route,
    ).toEqual([])
    for (const name of names.filter((one) => /^xl\/worksheets\/sheet\d+\.xml$/.test(one))) {
      const xml = (await zip.file(name)?.async('string')) ?? ''
      expect(xml.match(/<f\b/g), `${rule.route} ${name}`).toBeNull()
      for (const cell of cellsOf(xml).flat()) {
        if (/^\d{12,}/.test(cell.text)) expect(cell.isText, `${rule.route} ${cell.text}`).toBe(true)
        if (!cell.isText && cell.text !== '') expect(Number.isFinite(Number(cell.text)), cell.text).toBe(true)
        expect(cell.text, rule.route).not.toMatch(/^(?:=|\+|@)(?!\d)/)
      }
    }
  }
  expect(seen.length, seen.join(' ')).toBeGreaterThan(4)
})

test('the list as a workbook has as many rows as the page says, at each level', async ({ request }) => {
  for (const actor of ['township', 'county', 'city'] as const) {
    const headers = { cookie: world.cookies[actor] }
    const html = await (await request.get('/manage/lists/awareness?state=all', { headers })).text()
    const said = Number(/role="status"[^>]*>[^<]*?([\d,]+)/.exec(html)?.[1]?.replaceAll(',', ''))
    const bytes = await (await request.get('/api/lists/awareness?state=all', { headers })).body()
    const xml = (await (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
    const rows = cellsOf(xml)
    const header = rows.findIndex((row) => row.some(({ text }) => text === '统一社会信用代码'))
    expect(header, actor).toBeGreaterThanOrEqual(0)
    expect(rows.length - header - 1, actor).toBe(said)
    // Names of people in full at the leaf and its parent alone.
    const holder = rows[header]?.find(({ text }) => text.includes('人'))?.column
    if (actor === 'city') {
      // A zone lies directly beneath the city, which is its parent.
      const inCounty = rows.slice(header + 1).filter((row) => row.some(({ column, text }) => column === 'C' && text))
      const names = inCounty.flatMap((row) => row.filter(({ column }) => column === holder))
      expect(names.length).toBeGreaterThan(100)
      expect(names.filter(({ text }) => text !== '空缺' && !/[*＊]/.test(text)).slice(0, 3)).toEqual([])
    }
  }
})
