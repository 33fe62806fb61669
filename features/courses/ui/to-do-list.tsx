import { getTranslations } from 'next-intl/server'
import type { ToDoState } from '@/domain/progress/to-dos'
import { StatusMark, type StatusMarkKind } from '@/ui/layout/status-mark'
import type { MyToDo } from '../queries/learn-home'
import { subjectLink } from '../queries/subject-link'

const MARKS: Record<ToDoState, StatusMarkKind> = {
  open: 'open',
  doing: 'doing',
  done: 'done',
  expiring: 'expiring',
  expired: 'expired',
}
const ACTIONS: Record<ToDoState, 'start' | 'continue' | 'look' | 'again'> = {
  open: 'start',
  doing: 'continue',
  done: 'look',
  expiring: 'again',
  expired: 'again',
}

const isDone = (state: ToDoState) => state === 'done' || state === 'expiring'

/** One row per thing asked; the first that is open carries the page's one filled button. */
export async function ToDoList({ toDos }: { toDos: readonly MyToDo[] }) {
  const t = await getTranslations('learn.home')
  const next = toDos.find(({ toDo }) => toDo.state !== 'done' && toDo.alternative.subjectKind !== 'SESSION')
  return (
    <ul className="border-rule border-t">
      {toDos.map((one) => {
        const { state, alternative, validUntil, doneOn, doneTimes } = one.toDo
        const subject = subjectLink(alternative, one.kind === 'HEAD' && !isDone(state))
        const title = alternative.subjectKind === 'SESSION' ? t('session') : subject.title
        const day = state === 'expired' ? validUntil && t('expiredOn', { day: validUntil }) : null
        return (
          <li key={one.key} className="to-do border-rule border-b py-4">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap gap-x-3 text-sm">
                <StatusMark kind={MARKS[state]} label={t(`states.${state}`)} />
                <span className="text-ink-3">{t(`kinds.${alternative.subjectKind}`)}</span>
              </p>
              <p className="font-serif text-lg" lang="zh-CN">
                {title}
              </p>
              <p className="text-ink-2 text-sm">
                {[
                  subject.minutes && state !== 'done' ? t('minutes', { minutes: subject.minutes }) : null,
                  day,
                  alternative.times > 1 && !isDone(state)
                    ? t('timesDone', { done: doneTimes, times: alternative.times })
                    : null,
                  doneOn && state !== 'expired' ? t('doneOn', { day: doneOn }) : null,
                  validUntil && state !== 'expired' ? t('validUntil', { day: validUntil }) : null,
                  alternative.subjectKind === 'SESSION' ? t('sessionHint') : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="text-ink-3 text-sm" lang="zh-CN">
                {t('for', { enterprises: one.enterprises.slice(0, 3).join('、') })}
                {one.enterprises.length > 3 ? ` ${t('more', { count: one.enterprises.length })}` : ''}
              </p>
            </div>
            {subject.href ? (
              <a className={`button ${one === next ? 'button-primary' : ''}`} href={subject.href}>
                {t(ACTIONS[state])}
                <span className="sr-only">：{title}</span>
              </a>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
