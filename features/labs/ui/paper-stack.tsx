'use client'

import { useEffect, useState } from 'react'
import { formatYuan } from '@/domain/labs/fen'
import type { Paper, PaperBlock, PaperEntry } from '@/domain/labs/paper'
import styles from './paper.module.css'
import { fullName, PaperView } from './paper-view'

/** Sentences for the script; `found` holds `{count}` and `{whole}`. */
export type StackWords = Record<
  'tools' | 'search' | 'found' | 'larger' | 'smaller' | 'zoom' | 'print' | 'tick' | 'contents',
  string
>

const ZOOMS: readonly number[] = [100, 125, 150, 175, 200]

/** The documents of a sheet: to look through, search, enlarge and tick off. Without a script they are simply there. */
export function PaperStack({ runId, papers, words }: { runId: string; papers: readonly Paper[]; words: StackWords }) {
  const [isAwake, setIsAwake] = useState(false)
  const [search, setSearch] = useState('')
  const [zoom, setZoom] = useState(100)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const key = `lab-ticks:${runId}`
  useEffect(() => {
    setTicked(readTicks(key))
    setIsAwake(true)
  }, [key])

  const wanted = search.trim()
  const shown = papers.filter((paper) => wanted === '' || textOf(paper).includes(wanted.toLowerCase()))
  const tick = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
    keepTicks(key, next)
  }
  const step = (by: number) => setZoom(ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom)
  return (
    <div className={styles.stack}>
      {isAwake ? (
        <search className={styles.tools} aria-label={words.tools}>
          <input
            className="input"
            type="search"
            placeholder={words.search}
            aria-label={words.search}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <button
            type="button"
            className="button"
            aria-label={words.smaller}
            disabled={zoom === 100}
            onClick={() => step(-1)}
          >
            −
          </button>
          <output aria-label={words.zoom}>{zoom}%</output>
          <button
            type="button"
            className="button"
            aria-label={words.larger}
            disabled={zoom === 200}
            onClick={() => step(1)}
          >
            ＋
          </button>
          <button type="button" className={`button ${styles.wide}`} onClick={() => window.print()}>
            {words.print}
          </button>
          <p role="status" className={styles.found}>
            {wanted === ''
              ? ''
              : words.found.replace('{count}', String(shown.length)).replace('{whole}', String(papers.length))}
          </p>
        </search>
      ) : null}
      {papers.length > 1 ? (
        <nav aria-label={words.contents} className={styles.contents} lang="zh-CN">
          {shown.map((paper) => (
            <a key={paper.id} href={`#paper-${paper.id}`}>
              {ticked.has(paper.id) ? '✓ ' : ''}
              {nameOf(paper, papers)}
            </a>
          ))}
        </nav>
      ) : null}
      <div className={styles.papers} style={{ fontSize: `${zoom}%` }}>
        {shown.map((paper) => (
          <section key={paper.id} id={`paper-${paper.id}`} className={ticked.has(paper.id) ? styles.done : ''}>
            <PaperView paper={paper} words={wanted} />
            {isAwake ? (
              <label className={styles.tick}>
                <input type="checkbox" checked={ticked.has(paper.id)} onChange={() => tick(paper.id)} />
                {words.tick}
                <span className="sr-only" lang="zh-CN">
                  {nameOf(paper, papers)}
                </span>
              </label>
            ) : null}
          </section>
        ))}
      </div>
    </div>
  )
}

/** A paper's title, with its number where several have the same and the forms have no name for them. */
function nameOf(paper: Paper, papers: readonly Paper[]): string {
  if (paper.tag) return fullName(paper).replace(/（.*）$/, '')
  const isAlone = papers.filter(({ title }) => title === paper.title).length === 1
  return isAlone ? paper.title : `${paper.title.replace(/（.*）$/, '')} ${paper.no ?? ''}`
}

function textOf({ title, no, blocks }: Paper): string {
  return [title, no ?? '', ...blocks.flatMap(wordsOf)].join('\n').toLowerCase()
}

function wordsOf(block: PaperBlock): string[] {
  const said = (entry: PaperEntry) =>
    entry === null || typeof entry === 'string' ? (entry ?? '') : formatYuan(entry.fen)
  switch (block.block) {
    case 'facts':
      return block.facts.map(([label, value]) => `${label} ${said(value)}`)
    case 'text':
      return [...block.paragraphs]
    case 'signatures':
      return [...block.names]
    case 'table':
      return block.groups.flatMap(({ label = '', rows }) => [label, ...rows.flat().map(said)])
  }
}

function readTicks(key: string): Set<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(key) ?? '[]') as string[])
  } catch {
    return new Set()
  }
}

function keepTicks(key: string, ticked: ReadonlySet<string>): void {
  try {
    localStorage.setItem(key, JSON.stringify([...ticked]))
  } catch {
    // Storage may be switched off; ticks are only an aid to the eye.
  }
}
