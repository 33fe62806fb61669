import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProgrammeForm } from '@/features/programmes/ui/programme-form'
import { labChoices } from '@/features/programmes/ui/lab-choices'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programmes'))('title') }
}

/** A new programme from the template; for officers of the city. */
export default async function NewProgrammePage() {
  await requireActor('programme.write')
  const t = await getTranslations('programmes')
  const sentences = {
    name: t('name'),
    fromOn: t('fromOn'),
    fromOnHint: t('fromOnHint'),
    lastOn: t('lastOn'),
    lastOnHint: t('lastOnHint'),
    labs: t('labs'),
    labsHint: t('labsHint'),
    create: t('create'),
    'bad-name': t('bad-name'),
    'bad-day': t('bad-day'),
    'bad-period': t('bad-period'),
    'bad-labs': t('bad-labs'),
  }
  return (
    <div className="max-w-xl">
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <ul className="mb-6 list-disc pl-5 text-ink-2">
        {(['HEAD-TRAINING', 'HEAD-AWARENESS', 'CLERK-TRAINING', 'CLERK-READINESS'] as const).map((key) => (
          <li key={key}>{t(`template.${key}`)}</li>
        ))}
      </ul>
      <ProgrammeForm sentences={sentences} name={t('defaultName')} labs={await labChoices()} />
    </div>
  )
}
