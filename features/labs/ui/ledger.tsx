import { getTranslations } from 'next-intl/server'
import { formatYuan, sumFen } from '@/domain/labs/fen'
import { COST_KINDS, type CostKind, type LedgerProject } from '@/domain/labs/other-cost-cap/sheet'
import styles from './desk.module.css'

type Say = Awaited<ReturnType<typeof getTranslations<'labs'>>>

/** One project's page of the auxiliary ledger, drawn as paper. */
export async function Ledger({ project, page, pages }: { project: LedgerProject; page: number; pages: number }) {
  const t = await getTranslations('labs')
  const facts = [
    [t('desk.projectCode'), project.code],
    [t('desk.projectName'), project.name],
    [t('desk.form2'), t('desk.selfDone')],
    [t('desk.treatment'), t(`desk.${project.treatment}`)],
    [t('desk.status'), t(`desk.${project.status}`)],
  ] as const
  return (
    <article className={styles.sheet} aria-labelledby={`ledger-${project.id}`}>
      <h2 id={`ledger-${project.id}`} className={styles.sheetTitle}>
        {t('desk.ledger')}
      </h2>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <LedgerTable project={project} t={t} />
      <p className={styles.folio}>{t('desk.page', { page, pages })}</p>
    </article>
  )
}

function LedgerTable({ project, t }: { project: LedgerProject; t: Say }) {
  return (
    <table className={styles.ledger}>
      <caption className="sr-only">{`${project.code} ${project.name}`}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.date')}</th>
          <th scope="col">{t('desk.voucher')}</th>
          <th scope="col">{t('desk.summary')}</th>
          <th scope="col" className={styles.amount}>
            {t('desk.amount')}
          </th>
        </tr>
      </thead>
      {COST_KINDS.map((kind) => (
        <KindRows key={kind} kind={kind} project={project} t={t} />
      ))}
    </table>
  )
}

function KindRows({ kind, project, t }: { kind: CostKind; project: LedgerProject; t: Say }) {
  const lines = project.lines.filter((line) => line.kind === kind)
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.kind}>
          {t(`kind.${kind}`)}
        </th>
      </tr>
      {lines.map((line) => (
        <tr key={`${line.voucher}${line.summary}`}>
          <td className={styles.nowrap}>{line.on.slice(5)}</td>
          <td className={styles.nowrap}>{line.voucher}</td>
          <td lang="zh-CN">{line.summary}</td>
          <td className={styles.amount}>{formatYuan(line.amount)}</td>
        </tr>
      ))}
      <tr className={styles.subtotal}>
        <td colSpan={3}>{t('desk.subtotal')}</td>
        <td className={styles.amount}>{formatYuan(sumFen(lines.map((line) => line.amount)))}</td>
      </tr>
    </tbody>
  )
}
