import { formatYuan } from '@/domain/labs/fen'
import type { Paper, PaperBlock, PaperEntry, PaperGroup } from '@/domain/labs/paper'
import looks from './paper-looks.module.css'
import styles from './paper.module.css'

type Found = { words: string }

/** One document drawn as paper, with what is searched for marked. Its words are Chinese in every language. */
export function PaperView({ paper, words }: { paper: Paper; words: string }) {
  return (
    <article
      className={`${styles.paper} ${looks.look}`}
      data-kind={paper.kind}
      lang="zh-CN"
      aria-label={fullName(paper)}
    >
      <header className={styles.head}>
        {paper.tag ? <p className={styles.tag}>{paper.tag}</p> : null}
        <h3 className={styles.title}>
          <Marked text={paper.title} words={words} />
        </h3>
        {paper.no ? (
          <p className={styles.no}>
            <Marked text={paper.no} words={words} />
          </p>
        ) : null}
      </header>
      {paper.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a stored paper never change.
        <Block key={index} block={block} words={words} />
      ))}
      {paper.kind === 'invoice' || paper.kind === 'contract' ? <SampleSeal /> : null}
      {paper.kind === 'requisition' ? (
        <p className={looks.copy} aria-hidden="true">
          第二联 财务记账
        </p>
      ) : null}
    </article>
  )
}

/** The name of a paper, after what the forms call it. */
export function fullName({ tag, title }: Pick<Paper, 'tag' | 'title'>): string {
  return tag ? `${tag} ${title}` : title
}

/** Marks a drawn document as invented where a real one bears a stamp. */
function SampleSeal() {
  return (
    <svg className={styles.seal} viewBox="0 0 120 64" aria-hidden="true">
      <ellipse cx="60" cy="32" rx="56" ry="28" fill="none" stroke="currentColor" strokeWidth="3" />
      <text x="60" y="30" textAnchor="middle" fontSize="18" fill="currentColor">
        示例
      </text>
      <text x="60" y="48" textAnchor="middle" fontSize="12" fill="currentColor">
        非真实票据
      </text>
    </svg>
  )
}

function Block({ block, words }: { block: PaperBlock } & Found) {
  switch (block.block) {
    case 'facts':
      return (
        <dl className={styles.facts}>
          {block.facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Entry entry={value} words={words} />
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'text':
      return (
        <div className={`${styles.text} ${looks.text}`}>
          {block.paragraphs.map((paragraph) => (
            <p key={paragraph}>
              <Marked text={paragraph} words={words} />
            </p>
          ))}
        </div>
      )
    case 'signatures':
      return (
        <p className={`${styles.signatures} ${looks.signatures}`}>
          {block.names.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </p>
      )
    case 'table':
      return <BlockTable block={block} words={words} />
  }
}

function BlockTable({ block, words }: { block: Extract<PaperBlock, { block: 'table' }> } & Found) {
  const { columns, groups, total } = block
  const isNumber = (index: number) => columns[index]?.isNumber ?? false
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keyboard, too.
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ label, isNumber: right }) => (
              <th key={label} scope="col" className={right ? styles.number : ''}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a stored paper never change.
          <Group key={index} group={group} width={columns.length} isNumber={isNumber} words={words} />
        ))}
        {total ? (
          <tfoot>
            <Row row={total} isNumber={isNumber} words={words} />
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

type GroupProps = { group: PaperGroup; width: number; isNumber(index: number): boolean } & Found

function Group({ group, width, isNumber, words }: GroupProps) {
  return (
    <tbody>
      {group.label ? (
        <tr>
          <th scope="rowgroup" colSpan={width} className={styles.group}>
            {group.label}
          </th>
        </tr>
      ) : null}
      {group.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a stored paper never change.
        <Row key={index} row={row} isNumber={isNumber} words={words} />
      ))}
      {group.total ? <Row row={group.total} isNumber={isNumber} words={words} isTotal /> : null}
    </tbody>
  )
}

function Row(props: { row: readonly PaperEntry[]; isNumber(index: number): boolean; isTotal?: boolean } & Found) {
  return (
    <tr className={props.isTotal ? styles.total : ''}>
      {props.row.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places of a row are its columns.
        <td key={index} className={props.isNumber(index) ? styles.number : ''}>
          <Entry entry={entry} words={props.words} />
        </td>
      ))}
    </tr>
  )
}

function Entry({ entry, words }: { entry: PaperEntry } & Found) {
  if (entry === null) return null
  return <Marked text={typeof entry === 'string' ? entry : formatYuan(entry.fen)} words={words} />
}

function Marked({ text, words }: { text: string } & Found) {
  const at = words === '' ? -1 : text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + words.length)}</mark>
      {text.slice(at + words.length)}
    </>
  )
}
