import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { entryConcepts } from '@/features/concepts/queries/area-concepts'
import { ConceptList } from '@/features/concepts/ui/concept-list'
import { areaOfficers } from '@/features/contacts/queries/area-officers'
import { entryOwners } from '@/features/contacts/queries/owners'
import { EntryOwnersSection } from '@/features/contacts/ui/entry-owners'
import { entryContacts } from '@/features/contacts/queries/entry-contacts'
import { EntryContactsList } from '@/features/contacts/ui/entry-contacts-list'
import { headsToAsk } from '@/features/exams/queries/ask-page'
import { oralChecks } from '@/features/exams/queries/oral-check-list'
import { EntryOralChecks } from '@/features/exams/ui/entry-oral-checks'
import { entryMessages } from '@/features/messages/queries/entry-messages'
import { EntryMessagesSection } from '@/features/messages/ui/entry-messages'
import { entryStanding } from '@/features/rates/queries/entry-standing'
import { EntryStanding } from '@/features/rates/ui/entry-standing'
import { entryPage } from '@/features/roster/queries/entry-page'
import { leafChoices } from '@/features/roster/queries/leaf-choices'
import { proposals } from '@/features/roster/queries/proposals'
import { EntryPlaces } from '@/features/roster/ui/entry-places'
import { EntrySeats } from '@/features/roster/ui/entry-seats'
import { ProposalForm } from '@/features/roster/ui/proposal-form'
import { ProposalTable } from '@/features/roster/ui/proposal-table'
import { UnmaskForm } from '@/features/roster/ui/unmask-form'
import { visitList } from '@/features/visits/queries/visit-list'
import { VisitTable } from '@/features/visits/ui/visit-table'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { subjectTitles } from '@/server/content/subject-titles'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('title') }
}

/** One enterprise on the roster: its seats, who holds and held them, where it stands. */
export default async function EntryPage({ params }: PageProps<'/manage/roster/[entry]'>) {
  const actor = await requireActor('roster.read')
  const entry = await entryPage(actor, (await params).entry)
  if (!entry) notFound()
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const today = shanghaiToday()
  const [placement] = entry.placements
  const [{ visits }, visitWords] = await Promise.all([
    visitList(actor, { entryId: entry.entryId }),
    getTranslations('visits'),
  ])
  const [shaky, words] = await Promise.all([entryConcepts(actor, entry.entryId), getTranslations('concepts')])
  const [written, lines, owners, changes] = await Promise.all([
    entryMessages(actor, entry.entryId),
    proposals(actor, { entryId: entry.entryId }),
    entryOwners(actor, entry.entryId),
    getTranslations('proposals'),
  ])
  return (
    <>
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/roster', label: t('title') }, { label: entry.name }]}
          />
        }
        beneath={
          <>
            <span className="tabular-nums">{entry.uscc}</span> ·{' '}
            {placement && !placement.toOn ? placement.place : t('entry.notOn')}
            {placement && !placement.toOn && placement.isKey ? ` · ${t('entry.keyYes')}` : ''}
            {entry.industry ? ` · ${entry.industry}` : ''}
            {entry.formerNames.length > 0 ? ` · ${t('entry.formerly', { names: entry.formerNames.join('、') })}` : ''}
          </>
        }
      >
        {entry.name}
      </PageTitle>
      {entry.isFull || !entry.mayWrite ? null : (
        <UnmaskForm
          entryId={entry.entryId}
          words={{
            lead: t('entry.masked'),
            reason: t('entry.unmaskReason'),
            show: t('entry.unmask'),
            refused: t('entry.unmaskRefused'),
          }}
        />
      )}
      <EntryStanding seats={await entryStanding(actor, entry.entryId)} titleOf={subjectTitles()} />
      {shaky && shaky.length > 0 ? (
        <section className="mb-10">
          <h2 className="mb-2 text-xl">{words('entry')}</h2>
          <ConceptList
            concepts={shaky}
            beside={({ people, shaky: unsure }) => words('entryBeside', { people, shaky: unsure })}
          />
        </section>
      ) : null}
      <EntryOralChecks
        heads={await headsToAsk(actor, { entryId: entry.entryId })}
        checks={(await oralChecks(actor, { entryId: entry.entryId })).checks}
      />
      {visits.length > 0 || entry.mayWrite ? (
        <section className="mb-10">
          <h2 className="mb-2 text-xl">{visitWords('title')}</h2>
          {visits.length > 0 ? <VisitTable visits={visits} showsEnterprise={false} /> : null}
          {entry.mayWrite ? (
            <p className="mt-2">
              <a className="button" href={`/manage/visits/new/${entry.entryId}`}>
                {visitWords('record')}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
      {owners && entry.mayWrite ? (
        <EntryOwnersSection entryId={entry.entryId} found={owners} officers={await areaOfficers(actor)} />
      ) : null}
      <EntryContactsList contacts={await entryContacts(actor, entry.entryId)} />
      {written ? <EntryMessagesSection {...written} mayWrite={entry.mayWrite} /> : null}
      <EntrySeats entryId={entry.entryId} seats={entry.seats} today={today} mayWrite={entry.mayWrite} />
      <EntryPlaces
        entryId={entry.entryId}
        placements={entry.placements}
        choices={entry.decidesRoster ? await leafChoices(actor) : null}
        today={today}
      />
      {lines.length > 0 || entry.mayWrite ? (
        <section className="mt-6">
          <h2 className="mb-2 text-xl">{changes('title')}</h2>
          {lines.length > 0 ? <ProposalTable lines={lines} showsEnterprise={false} /> : null}
          {entry.mayWrite ? (
            <ProposalForm
              entryId={entry.entryId}
              decides={entry.decidesRoster}
              choices={await leafChoices(null)}
              today={today}
            />
          ) : null}
        </section>
      ) : null}
      <p className="mt-6">
        <a className="inline-flex min-h-11 items-center" href={`/manage/audit?subject=${entry.entryId}`}>
          {(await getTranslations('audit'))('ofEntry')}
        </a>
      </p>
    </>
  )
}
