import { getTranslations } from 'next-intl/server'
import { AUDIT_GROUPS } from '@/server/audit/entry'
import { Field } from '@/ui/forms/field'
import type { AuditOfficer } from '../queries/audit-reach'
import { type AuditView, type AuditViewProblem, GROUPS } from '../view'

/** What is asked of the trail, kept in the address; a day that does not exist comes back with what is wrong. */
export async function AuditFilters({
  view,
  officers,
  problems,
}: {
  view: AuditView
  officers: readonly AuditOfficer[]
  problems: readonly AuditViewProblem[]
}) {
  const t = await getTranslations('audit')
  const people = [...new Map(officers.map((one) => [one.personId, one])).values()]
  const isElse = view.actor !== undefined && !people.some(({ personId }) => personId === view.actor)
  const said = (...codes: AuditViewProblem[]) =>
    codes.filter((code) => problems.includes(code)).map((code) => t(`problem.${code}`))
  return (
    <form method="get" action="/manage/audit" className="mb-6" noValidate>
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        <label className="mb-4 block">
          <span className="mb-1 block font-medium">{t('filter.kind')}</span>
          <select name="kind" className="input" defaultValue={view.kind}>
            <option value="">{t('filter.everyKind')}</option>
            {GROUPS.map((group) => (
              <optgroup key={group} label={t(`groups.${group}`)}>
                <option value={`group:${group}`}>{t('filter.wholeGroup', { group: t(`groups.${group}`) })}</option>
                {AUDIT_GROUPS[group].map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kind.${kind}`)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className="mb-4 block">
          <span className="mb-1 block font-medium">{t('filter.actor')}</span>
          <select name="actor" className="input" defaultValue={view.actor ?? ''}>
            <option value="">{t('filter.everybody')}</option>
            {isElse ? <option value={view.actor}>{t('filter.chosenActor')}</option> : null}
            {people.map(({ personId, name, place }) => (
              <option key={personId} value={personId}>
                {name}　{place}
              </option>
            ))}
          </select>
        </label>
        <div className="grid grid-cols-2 gap-x-4">
          <Field
            name="from"
            type="date"
            label={t('filter.from')}
            defaultValue={view.from}
            problems={said('bad-from', 'turned-round')}
          />
          <Field name="to" type="date" label={t('filter.to')} defaultValue={view.to} problems={said('bad-to')} />
        </div>
      </div>
      <div className="max-w-xl">
        <Field
          name="subject"
          label={t('filter.subject')}
          hint={t('filter.subjectHint')}
          defaultValue={view.subject}
          maxLength={60}
          autoComplete="off"
        />
      </div>
      <p className="flex flex-wrap gap-3">
        <button type="submit" className="button button-primary">
          {t('filter.show')}
        </button>
        <a className="button button-quiet" href="/manage/audit">
          {t('filter.clear')}
        </a>
      </p>
    </form>
  )
}
