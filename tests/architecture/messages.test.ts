import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Tree = { [key: string]: string | Tree }
const namespaces = (locale: string) => readdirSync(`messages/${locale}`).sort()
const read = (locale: string, name: string) => JSON.parse(readFileSync(`messages/${locale}/${name}`, 'utf8')) as Tree

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )
}
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort()

describe('the catalogue of sentences', () => {
  it('has the same namespaces in both languages', () => {
    expect(namespaces('en')).toEqual(namespaces('zh'))
  })

  it.each(namespaces('zh'))('%s has the same keys and placeholders in both languages', (name) => {
    const zh = new Map(leaves(read('zh', name)))
    const en = new Map(leaves(read('en', name)))
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
    const differing = [...zh].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(en.get(key) ?? '').join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('uses the words of the manners: nothing is 不合格, nobody is 催办', () => {
    const found = namespaces('zh').flatMap((name) =>
      leaves(read('zh', name)).filter(([, text]) => /不合格|催办|达标|排名/.test(text)),
    )
    expect(found).toEqual([])
  })
})
