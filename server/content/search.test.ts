import { describe, expect, it } from 'vitest'
import { compileContent } from './build'
import { plainText } from './plain-text'
import { readIndex, searchables, searchIndex } from './search-index'
import { otherWords, searchTokens } from './search-tokens'

describe('what is typed', () => {
  it('becomes pairs of characters, words and figures', () => {
    expect(searchTokens('其他相关费用')).toEqual(['其他', '他相', '相关', '关费', '费用'])
    expect(searchTokens('税')).toEqual(['税'])
    expect(searchTokens('R&D 经费，107-2')).toEqual(['r&d', '107-2', '经费'])
    expect(searchTokens('ＦＴＥ')).toEqual(['fte'])
    expect(searchTokens(' ，。')).toEqual([])
  })

  it('is found under the other word, too', () => {
    expect(otherWords('高企的税率')).toBe('高新技术企业')
    expect(otherWords('高新技术企业认定与汇算清缴')).toBe('高企 汇缴')
    expect(otherWords('限额')).toBe('')
  })
})

describe('the search over our content', async () => {
  const { catalog } = await compileContent(process.cwd(), '2026-03-01')
  const index = readIndex(searchIndex(catalog))
  const titles = (query: string) =>
    index.search(query, { combineWith: 'AND', boost: { title: 4, also: 2 } }).map(({ title }) => title)

  it.each([
    ['限额', '其他相关费用限额'],
    ['派遣', '劳务派遣的外聘研发人员'],
    ['高企', '高新技术企业'],
    ['全时', '折合全时当量'],
    ['107', '107-1 与 107-2'],
    ['房租', '研发办公室、厂房的房租'],
    ['44号', '集成电路和工业母机企业加计120%，无形资产按220%摊销'],
  ])('finds by “%s” among the first five: %s', (query, title) => {
    expect(titles(query).slice(0, 5)).toContain(title)
  })

  it('finds every lesson by its own title, and nothing of the questions of papers', () => {
    for (const course of catalog.courses)
      for (const lesson of course.lessons) expect(titles(lesson.title), lesson.title).toContain(lesson.title)
    const words = JSON.stringify(searchables(catalog))
    const prompts = catalog.courses.flatMap(({ bank }) => bank.map(({ prompt }) => plainText(prompt)))
    expect(prompts.filter((prompt) => prompt.length > 12 && words.includes(prompt))).toEqual([])
  })

  it('leaves the answers of self-checks out', () => {
    const reasons = catalog.courses.flatMap(({ checks }) =>
      checks.flatMap(({ options }) => options.map(({ because }) => because ?? '')),
    )
    const words = JSON.stringify(searchables(catalog))
    expect(reasons.filter((reason) => reason.length > 20 && words.includes(reason))).toEqual([])
  })

  it('has kinds of cost that agree with the labs about what may be counted', () => {
    const tax = new Map(catalog.desk.costs.map(({ id, tax: kind }) => [id, kind]))
    expect(tax.get('building')).toBeNull()
    expect(tax.get('rent')).toBeNull()
    expect(tax.get('welfare')).toBe('其他相关费用')
    expect(tax.get('expert')).toBe('其他相关费用')
    expect(tax.get('mould')).toBe('直接投入')
  })
})
