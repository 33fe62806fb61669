import { getTranslations } from 'next-intl/server'
import { contentCatalog } from '@/server/content/catalog'
import { ActionForm } from '@/ui/forms/action-form'
import { changeRequirementAction } from '../actions'

const RATES = ['TRAINING', 'AWARENESS', 'READINESS'] as const

/** Adds a requirement from a coming day: for whom, for which rate, any of what. */
export async function RequirementForm({ programmeId, tomorrow }: { programmeId: string; tomorrow: string }) {
  const [t, rates] = await Promise.all([getTranslations('programmes'), getTranslations('rates')])
  const { courses, labs } = contentCatalog()
  const groups = [
    { key: 'COURSE', subjects: courses.map(({ slug, title }) => ({ value: `COURSE:${slug}`, title })) },
    {
      key: 'EXAM',
      subjects: courses.flatMap(({ exam, title }) => (exam ? [{ value: `EXAM:${exam.slug}`, title }] : [])),
    },
    { key: 'LAB', subjects: labs.map(({ slug, title }) => ({ value: `LAB:${slug}`, title })) },
  ]
  return (
    <ActionForm
      action={changeRequirementAction}
      refusals={t.raw('requirements.refusal')}
      label={t('requirements.add')}
      className="max-w-3xl"
    >
      <input type="hidden" name="programmeId" value={programmeId} />
      <div className="mb-3 flex flex-wrap gap-3">
        <label className="block text-sm">
          {t('requirements.seat')}
          <select className="input" name="seatKind" defaultValue="CLERK">
            <option value="HEAD">{rates('seat.HEAD')}</option>
            <option value="CLERK">{rates('seat.CLERK')}</option>
          </select>
        </label>
        <label className="block text-sm">
          {t('requirements.rateHead')}
          <select className="input" name="rate" defaultValue="READINESS">
            {RATES.map((rate) => (
              <option key={rate} value={rate}>
                {t(`requirements.rate.${rate}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="block text-sm">
          {t('requirements.from')}
          <input className="input" type="date" name="fromOn" min={tomorrow} defaultValue={tomorrow} required />
        </label>
        <label className="block text-sm">
          {t('requirements.labTimes')}
          <input className="input" type="number" name="times" min={1} max={10} defaultValue={1} />
        </label>
        <label className="block text-sm">
          {t('requirements.validDays')}
          <input className="input" type="number" name="validDays" min={30} max={3660} />
        </label>
      </div>
      {groups.map(({ key, subjects }) => (
        <fieldset key={key} className="mb-3">
          <legend className="text-sm">{t(`requirements.kind.${key}`)}</legend>
          <div className="grid sm:grid-cols-2" lang="zh-CN">
            {subjects.map(({ value, title }) => (
              <label key={value} className="flex min-h-11 items-center gap-2">
                <input className="size-5 flex-none" type="checkbox" name="anyOf" value={value} />
                {title}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <button className="button" type="submit">
        {t('requirements.addDo')}
      </button>
    </ActionForm>
  )
}
