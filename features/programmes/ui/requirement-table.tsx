import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { changeRequirementAction } from '../actions'
import type { ShownRequirement } from '../queries/programme-requirements'

type TitleOf = (kind: string, slug: string) => string

/** What a programme asks, with the days it holds; one that holds on can be ended from a coming day. */
export async function RequirementTable(props: {
  programmeId: string
  requirements: readonly ShownRequirement[]
  titleOf: TitleOf
  tomorrow: string
}) {
  const [t, rates] = await Promise.all([getTranslations('programmes'), getTranslations('rates')])
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('requirements.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('requirements.of')}</th>
          <th scope="col">{t('requirements.anyOf')}</th>
          <th scope="col">{t('requirements.days')}</th>
          <th scope="col">{t('requirements.end')}</th>
        </tr>
      </thead>
      <tbody>
        {props.requirements.map((one) => (
          <tr key={one.requirementId}>
            <th scope="row" className="font-normal">
              {rates(`seat.${one.seatKind}`)} · {t(`requirements.rate.${one.rate}`)}
            </th>
            <td data-label={t('requirements.anyOf')}>
              {one.anyOf.map((way, index) => (
                <span key={way.kind + way.slug} className="block" lang="zh-CN">
                  {index > 0 ? t('requirements.or') : ''}
                  {props.titleOf(way.kind, way.slug)}
                  {way.times > 1 ? t('requirements.times', { times: way.times }) : ''}
                  {way.validDays ? t('requirements.valid', { days: way.validDays }) : ''}
                </span>
              ))}
            </td>
            <td className="whitespace-nowrap tabular-nums" data-label={t('requirements.days')}>
              {one.toOn
                ? t('requirements.until', { from: one.fromOn, to: one.toOn })
                : t('requirements.since', { from: one.fromOn })}
            </td>
            <td data-label={t('requirements.end')}>
              {one.toOn ? null : (
                <ActionForm
                  action={changeRequirementAction}
                  refusals={t.raw('requirements.refusal')}
                  className="flex flex-wrap items-end gap-2"
                  label={t('requirements.endOf', {
                    what: one.anyOf.map((way) => props.titleOf(way.kind, way.slug)).join('、'),
                  })}
                >
                  <input type="hidden" name="programmeId" value={props.programmeId} />
                  <input type="hidden" name="endsId" value={one.requirementId} />
                  <label className="block text-sm">
                    {t('requirements.from')}
                    <input
                      className="input"
                      type="date"
                      name="fromOn"
                      min={props.tomorrow}
                      defaultValue={props.tomorrow}
                      required
                    />
                  </label>
                  <button className="button" type="submit">
                    {t('requirements.endDo')}
                  </button>
                </ActionForm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
