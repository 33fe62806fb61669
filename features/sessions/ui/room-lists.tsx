import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { asFormHandler } from '@/ui/forms/form-handler'
import { StatusMark } from '@/ui/layout/status-mark'
import { callRollAction, retractAttendanceAction, settleWalkInAction } from '../actions'
import type { Room, Waiting } from '../queries/room'

/** People who signed in and are not known by name and number. */
export async function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const t = await getTranslations('sessions')
  if (waiting.length === 0) return null
  return (
    <section className="mb-10">
      <h2 className="mb-2 text-xl">{t('waiting.title', { count: waiting.length })}</h2>
      <ul className="border-rule border-t">
        {waiting.map((one) => (
          <li key={one.walkInId} className="border-rule border-b py-3">
            <p>
              {one.enterprise} · {one.name} · <span className="tabular-nums">{one.mobile}</span>
            </p>
            <form action={asFormHandler(settleWalkInAction)} className="mt-2 flex flex-wrap items-end gap-3">
              <input type="hidden" name="walkInId" value={one.walkInId} />
              <label className="block min-w-0 grow text-sm">
                {t('waiting.who')}
                <select className="input" name="personId" defaultValue={one.choices[0]?.personId ?? ''}>
                  {one.choices.map((choice) => (
                    <option key={choice.personId} value={choice.personId}>
                      {choice.enterprise} {choice.name}
                    </option>
                  ))}
                  <option value="">{t('waiting.nobody')}</option>
                </select>
              </label>
              <button type="submit" className="button">
                {t('waiting.settle')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The organiser's roll call: everybody expected who is not there yet. `isOpen`: not before the door opens. */
export async function RollCall(props: { sessionId: string; room: Room; isEarly: boolean; search: string }) {
  const t = await getTranslations('sessions')
  const { expected } = props.room
  return (
    <section className="mb-10">
      <h2 className="mb-2 text-xl">{t('roll.title')}</h2>
      <form className="mb-4 flex flex-wrap items-end gap-3">
        <label className="block text-sm">
          {t('roll.search')}
          <input className="input" name="search" defaultValue={props.search} maxLength={60} />
        </label>
        <button type="submit" className="button">
          {t('roll.show')}
        </button>
      </form>
      {expected.length === 0 ? (
        <p>{t('roll.none')}</p>
      ) : (
        <ActionForm action={callRollAction} refusals={t.raw('roll.refusal')}>
          <input type="hidden" name="sessionId" value={props.sessionId} />
          <ul className="mb-4 border-rule border-t">
            {expected.map((one) => (
              <li key={one.personId} className="border-rule border-b">
                <label className="flex min-h-11 items-center gap-3">
                  <input type="checkbox" name="person" value={one.personId} />
                  <span>
                    {one.enterprise} {one.name}
                    {one.isSignedUp ? <span className="text-pine text-sm"> {t('roll.signedUp')}</span> : null}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {props.isEarly ? (
            <p className="text-ink-2">{t('roll.early')}</p>
          ) : (
            <div className="flex flex-wrap gap-3">
              <button type="submit" name="source" value="ROLL" className="button button-primary">
                {t('roll.record')}
              </button>
              <button type="submit" name="source" value="PAPER" className="button">
                {t('roll.paper')}
              </button>
            </div>
          )}
        </ActionForm>
      )}
    </section>
  )
}

/** Who is there, and by what. */
export async function PresentList({ present }: { present: Room['present'] }) {
  const t = await getTranslations('sessions')
  if (present.length === 0) return null
  return (
    <section className="mb-10">
      <h2 className="mb-2 text-xl">{t('present.title', { count: present.length })}</h2>
      <ul className="border-rule border-t">
        {present.map((one) => (
          <li
            key={one.attendanceId}
            className="flex flex-wrap items-center justify-between gap-x-4 border-rule border-b py-1"
          >
            <span>
              {one.enterprise} {one.name} <span className="text-ink-3 text-sm">{t(`source.${one.source}`)}</span>{' '}
              {one.hasPassed === null ? null : (
                <StatusMark
                  kind={one.hasPassed ? 'done' : 'open'}
                  label={t(one.hasPassed ? 'exitExam.passed' : 'exitExam.open')}
                />
              )}
            </span>
            <form action={asFormHandler(retractAttendanceAction)}>
              <input type="hidden" name="attendanceId" value={one.attendanceId} />
              <button
                type="submit"
                className="button"
                aria-label={t('present.retractOf', { enterprise: one.enterprise, name: one.name })}
              >
                {t('present.retract')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
