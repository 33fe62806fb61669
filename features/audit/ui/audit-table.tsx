import { getFormatter, getTranslations } from 'next-intl/server'
import { detailWords } from '../detail-words'
import type { AuditLine } from '../queries/audit-list'
import { type AuditView, auditQuery } from '../view'

/** Events, newest first; from each the way to everything of the same person and of the same subject. */
export async function AuditTable({ lines, view }: { lines: readonly AuditLine[]; view: AuditView }) {
  const t = await getTranslations('audit')
  const format = await getFormatter()
  const only = (part: Partial<AuditView>) => auditQuery({ ...view, after: undefined, ...part })
  return (
    <table className="cards-table">
      <thead>
        <tr>
          {(['at', 'kind', 'actor', 'subject', 'place', 'seq'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className="whitespace-nowrap tabular-nums" data-label={t('column.at')}>
              <time dateTime={line.at.toISOString()}>{format.dateTime(line.at, MOMENT)}</time>
            </td>
            <th scope="row" className="font-normal" data-label={t('column.kind')}>
              {t(`kind.${line.kind}`)}
              <Detail detail={line.detail} />
            </th>
            <td data-label={t('column.actor')}>
              {line.actorId && line.actorName ? (
                <a href={only({ actor: line.actorId })} title={t('byActor', { name: line.actorName })}>
                  {line.actorName}
                </a>
              ) : (
                t(line.isUnnamed ? 'unnamed' : isAnonymous(line) ? 'unknown' : 'system')
              )}
            </td>
            <td data-label={t('column.subject')}>
              <Subject line={line} href={line.subjectId ? only({ subject: line.subjectId }) : null} />
            </td>
            <td data-label={t('column.place')}>{line.place ?? '—'}</td>
            <td className="tabular-nums" data-label={t('column.seq')}>
              {line.seq ?? t('waiting')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const MOMENT = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
} as const

/** Signing in and opening a link happen before anybody is known. */
function isAnonymous({ kind }: AuditLine): boolean {
  return /^(login|link|suggestion|account|sso)\./.test(kind)
}

async function Subject({ line, href }: { line: AuditLine; href: string | null }) {
  const t = await getTranslations('audit')
  if (!href) return '—'
  const { subject, subjectId } = line
  return (
    <>
      {subject?.href ? <a href={subject.href}>{subject.label}</a> : (subject?.label ?? null)}
      <a className="block py-0.5 text-sm" href={href}>
        {t('bySubject')}
        <span className="sr-only"> {subject?.label ?? ''}</span>
        <span className="ml-1 text-ink-2">{t('numbered', { id: (subjectId ?? '').slice(-6) })}</span>
      </a>
    </>
  )
}

async function Detail({ detail }: { detail: AuditLine['detail'] }) {
  const t = await getTranslations('audit')
  const words = detailWords(detail).flatMap((word) => {
    if ('value' in word) return [t('pair', { label: t(`detail.${word.key}`), value: word.value })]
    const key = `code.${word.key}.${word.code}`
    return /^[\w.-]+$/.test(key) && t.has(key as never) ? [t(key as never)] : []
  })
  return words.length > 0 ? <span className="block text-ink-2 text-sm">{words.join(' · ')}</span> : null
}
