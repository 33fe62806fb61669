import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sourceFiles, sourceOf } from './source-tree'

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

  it('holds every sentence that the pages ask for by name', () => {
    const known = new Set(
      namespaces('zh').flatMap((file) => leaves(read('zh', file)).map(([key]) => `${file.slice(0, -5)}.${key}`)),
    )
    const asked = sourceFiles(/^(app|features|ui|server|i18n)\/.*\.tsx?$/).flatMap(askedKeys)
    expect(asked.length).toBeGreaterThan(100)
    const missing = asked.filter(({ keys }) => !keys.some((key) => known.has(key)))
    expect(missing.map(({ path, keys }) => `${path} ${keys.join(' or ')}`)).toEqual([])
  })
})

const GETTER = /(?:get|use)Translations\(\s*(?:'([\w.-]+)')?\s*\)/

/** Literal keys a file asks for, with the namespaces that the asking variable has in this file. */
function askedKeys(path: string): { path: string; keys: string[] }[] {
  const text = sourceOf(path)
  const bound = new Map<string, Set<string>>()
  const bind = (name: string | undefined, call: string | undefined) => {
    const found = GETTER.exec(call ?? '')
    if (name && found) bound.set(name, (bound.get(name) ?? new Set()).add(found[1] ?? ''))
  }
  for (const [, name, call] of text.matchAll(/const (\w+) = (?:await )?((?:get|use)Translations\([^)]*\))/g))
    bind(name, call)
  for (const [, names = '', calls = ''] of text.matchAll(
    /const \[([^\]]*)\] = await Promise\.all\(\[([\s\S]*?)\]\)\n/g,
  )) {
    const parts = topLevel(calls)
    for (const [index, name] of names.split(',').entries()) bind(name.trim(), parts[index])
  }
  const join = (namespace: string, key: string) => (namespace ? `${namespace}.${key}` : key)
  const direct = [...text.matchAll(/\(await getTranslations\('([\w.-]+)'\)\)\('([\w.-]+)'/g)].map(
    ([, namespace = '', key = '']) => ({ path, keys: [join(namespace, key)] }),
  )
  const byName = [...bound].flatMap(([name, spaces]) =>
    [...text.matchAll(new RegExp(`(?<![\\w.])${name}(?:\\.rich|\\.markup)?\\('([\\w.-]+)'[,)]`, 'g'))].map(
      ([, key = '']) => ({
        path,
        keys: [...spaces].map((space) => join(space, key)),
      }),
    ),
  )
  return [...direct, ...byName]
}

/** The parts of a list between commas that stand in no bracket. */
function topLevel(list: string): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of list) {
    if ('([{'.includes(sign)) depth++
    if (')]}'.includes(sign)) depth--
    if (sign === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}
