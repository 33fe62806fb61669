import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { asFormHandler } from '@/ui/forms/form-handler'
import { StatusMark } from '@/ui/layout/status-mark'
import { decideProposalAction, withdrawProposalAction } from '../actions'
import type { ProposalLine } from '../queries/proposals'

const MARKS = { OPEN: 'open', ACCEPTED: 'done', DECLINED: 'expired', WITHDRAWN: 'expired' } as const

/** Changes of the roster with where each stands, and what this officer may do about it. */
export async function ProposalTable(props: { lines: readonly ProposalLine[]; showsEnterprise: boolean }) {
  const t = await getTranslations('proposals')
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          {props.showsEnterprise ? <th scope="col">{t('enterprise')}</th> : null}
          <th scope="col">{t('change')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('reason')}</th>
          <th scope="col">{t('by')}</th>
          <th scope="col">{t('stateHead')}</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.proposalId}>
            {props.showsEnterprise ? (
              <th scope="row" className="font-normal">
                <a href={`/manage/roster/${line.entryId}`}>{line.enterprise}</a>
                <span className="block text-ink-3 text-sm">{line.place}</span>
              </th>
            ) : null}
            <td data-label={t('change')}>
              {t(`kind.${line.kind}`)}
              {line.toPlace ? <span className="block">{t('to', { place: line.toPlace })}</span> : null}
              {line.newName ? <span className="block">{t('renamedTo', { name: line.newName })}</span> : null}
            </td>
            <td className="whitespace-nowrap tabular-nums" data-label={t('from')}>
              {line.fromOn}
            </td>
            <td data-label={t('reason')}>{line.reason}</td>
            <td data-label={t('by')}>{t('decidedBy', { name: line.proposedBy ?? '—', day: line.proposedOn })}</td>
            <td data-label={t('stateHead')}>
              <StatusMark kind={MARKS[line.state]} label={t(`state.${line.state}`)} />
              {line.decidedOn && line.state !== 'WITHDRAWN' ? (
                <span className="block text-ink-2 text-sm">
                  {t('decidedBy', { name: line.decidedBy ?? '—', day: line.decidedOn })}
                </span>
              ) : null}
              {line.answer ? (
                <span className="block text-ink-2 text-sm">{t('answered', { answer: line.answer })}</span>
              ) : null}
              <Decide line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function Decide({ line }: { line: ProposalLine }) {
  const t = await getTranslations('proposals')
  const of = { enterprise: line.enterprise, change: t(`kind.${line.kind}`) }
  if (line.mayWithdraw)
    return (
      <form action={asFormHandler(withdrawProposalAction)}>
        <input type="hidden" name="proposalId" value={line.proposalId} />
        <button className="button" type="submit" aria-label={t('withdrawOf', of)}>
          {t('withdraw')}
        </button>
      </form>
    )
  if (!line.mayDecide) return null
  return (
    <ActionForm action={decideProposalAction} refusals={t.raw('refusal')} className="mt-2">
      <input type="hidden" name="proposalId" value={line.proposalId} />
      <label className="mb-2 block text-sm">
        {t('answer')}
        <input className="input" name="answer" maxLength={200} />
      </label>
      <div className="flex flex-wrap gap-2">
        <button
          className="button button-primary"
          type="submit"
          name="decision"
          value="ACCEPTED"
          aria-label={t('acceptOf', of)}
        >
          {t('accept')}
        </button>
        <button className="button" type="submit" name="decision" value="DECLINED" aria-label={t('declineOf', of)}>
          {t('decline')}
        </button>
      </div>
    </ActionForm>
  )
}
