import { getFormatter, getTranslations } from 'next-intl/server'
import type { LabMode } from '@/domain/labs/lab-sheet'
import type { CompiledLab } from '@/server/content/compiled'
import { startLabRunAction } from '../actions'
import { labOf } from '../lab-run-row'
import { stepNames } from './lab-result'
import { StartForm } from './start-form'

/** The two modes of a lab with what each asks. `open`: modes that have an open run; `waitsUntil`: from when a certifying run may start. */
export async function StartLab(props: { lab: CompiledLab; open: readonly LabMode[]; waitsUntil: Date | null }) {
  const { lab, open, waitsUntil } = props
  const [t, format] = await Promise.all([getTranslations('labs'), getFormatter()])
  const decisive = labOf(lab.generator).decisive
  const isOpen = (mode: LabMode) => open.includes(mode)
  const mustWait = waitsUntil !== null && !isOpen('CERTIFYING')
  return (
    <div className="my-8 grid gap-6 border-rule border-y py-6 sm:grid-cols-2">
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-2 text-sm">{t('start.hintPRACTICE')}</p>
        <StartForm
          action={startLabRunAction}
          slug={lab.slug}
          mode="PRACTICE"
          label={t(isOpen('PRACTICE') ? 'start.resumePRACTICE' : 'start.PRACTICE')}
          isPrimary={mustWait}
        />
      </div>
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-2 text-sm">
          {t('start.hintCERTIFYING', { percent: lab.passPercent })}
          {decisive.length > 0 ? t('start.decisive', { steps: stepNames(decisive, lab.texts) }) : null}
          {lab.waitHours > 0 ? t('start.waits', { hours: lab.waitHours }) : null}
        </p>
        {mustWait ? (
          <p>
            {t('start.waitUntil', { time: format.dateTime(waitsUntil, { dateStyle: 'medium', timeStyle: 'short' }) })}
          </p>
        ) : (
          <StartForm
            action={startLabRunAction}
            slug={lab.slug}
            mode="CERTIFYING"
            label={t(isOpen('CERTIFYING') ? 'start.resumeCERTIFYING' : 'start.CERTIFYING')}
            isPrimary
          />
        )}
      </div>
    </div>
  )
}
