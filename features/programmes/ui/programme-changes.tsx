import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { changeTrainingRuleAction, freezeProgrammeAction, setLeagueAction } from '../actions'

/** Counts training by another rule from a coming day. */
export async function TrainingRuleForm({ programmeId, tomorrow }: { programmeId: string; tomorrow: string }) {
  const [t, rates] = await Promise.all([getTranslations('programmes'), getTranslations('rates')])
  return (
    <ActionForm
      action={changeTrainingRuleAction}
      refusals={t.raw('requirements.refusal')}
      className="flex flex-wrap items-end gap-3"
      label={t('settings.changeRule')}
    >
      <input type="hidden" name="programmeId" value={programmeId} />
      <label className="block text-sm">
        {t('settings.rules')}
        <select className="input" name="trainingRule">
          <option value="ANY">{rates('rule.ANY')}</option>
          <option value="EVERY">{rates('rule.EVERY')}</option>
        </select>
      </label>
      <label className="block text-sm">
        {t('requirements.from')}
        <input className="input" type="date" name="fromOn" min={tomorrow} defaultValue={tomorrow} required />
      </label>
      <button className="button" type="submit">
        {t('settings.changeRule')}
      </button>
    </ActionForm>
  )
}

/** Settles the figures up to a day. */
export async function FreezeForm({ programmeId, frozenOn }: { programmeId: string; frozenOn: string | null }) {
  const t = await getTranslations('programmes')
  return (
    <ActionForm
      action={freezeProgrammeAction}
      refusals={t.raw('requirements.refusal')}
      className="flex flex-wrap items-end gap-3"
      label={t('freeze.title')}
    >
      <input type="hidden" name="programmeId" value={programmeId} />
      <label className="block text-sm">
        {t('freeze.day')}
        <input className="input" type="date" name="frozenOn" defaultValue={frozenOn ?? ''} />
      </label>
      <label className="block text-sm">
        {t('freeze.reason')}
        <input className="input" name="reason" minLength={2} maxLength={200} required />
      </label>
      <button className="button" type="submit">
        {t('freeze.do')}
      </button>
    </ActionForm>
  )
}

/** Lets areas stand in the order of people still to serve. */
export async function LeagueForm({ programmeId, hasLeague }: { programmeId: string; hasLeague: boolean }) {
  const t = await getTranslations('programmes')
  return (
    <ActionForm
      action={setLeagueAction}
      refusals={t.raw('requirements.refusal')}
      className="flex flex-wrap items-center gap-3"
      label={t('league.title')}
    >
      <input type="hidden" name="programmeId" value={programmeId} />
      <label className="flex min-h-11 items-center gap-2">
        <input type="checkbox" name="hasLeague" value="1" defaultChecked={hasLeague} />
        {t('league.on')}
      </label>
      <button className="button" type="submit">
        {t('league.do')}
      </button>
    </ActionForm>
  )
}
