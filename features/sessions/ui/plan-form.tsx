'use client'

import { useActionState } from 'react'
import { Field } from '@/ui/forms/field'
import { Notice } from '@/ui/layout/notice'
import { planSessionAction } from '../actions'

type Key =
  | 'title'
  | 'region'
  | 'course'
  | 'courseHint'
  | 'place'
  | 'agency'
  | 'lecturer'
  | 'nobody'
  | 'no-host'
  | 'exitExam'
  | 'exitExamHint'
  | 'day'
  | 'from'
  | 'to'
  | 'plan'
  | 'bad-title'
  | 'bad-place'
  | 'bad-day'
  | 'bad-time'
  | 'bad-order'
  | 'not-found'
  | 'no-course'

type Choice = { value: string; label: string }
type Hosts = Record<'agencies' | 'lecturers', readonly { id: string; name: string }[]>

/** The form of a planned session; works as a plain post, too. */
export function PlanForm(props: {
  sentences: Record<Key, string>
  programmeId: string
  regions: readonly Choice[]
  courses: readonly Choice[]
  /** Agencies and lecturers to choose from; null for people of an agency, who plan in its name. */
  hosts: Hosts | null
}) {
  const { sentences } = props
  const [state, send] = useActionState(planSessionAction, { status: 'idle' })
  const problems = (field: string) =>
    state.status === 'invalid' ? state.fields[field]?.map((code) => sentences[code as Key] ?? code) : undefined
  return (
    <form action={send}>
      {state.status === 'refused' ? (
        <Notice tone="stop" live>
          {sentences[state.refusal as Key] ?? state.refusal}
        </Notice>
      ) : null}
      <input type="hidden" name="programmeId" value={props.programmeId} />
      <Field name="title" label={sentences.title} required maxLength={100} problems={problems('title')} />
      <Select name="region" label={sentences.region} choices={props.regions} />
      <Select name="course" label={sentences.course} hint={sentences.courseHint} choices={props.courses} />
      {props.hosts && props.hosts.agencies.length > 0 ? (
        <Select name="agencyId" label={sentences.agency} choices={withNobody(props.hosts.agencies, sentences.nobody)} />
      ) : null}
      {props.hosts && props.hosts.lecturers.length > 0 ? (
        <Select
          name="lecturerId"
          label={sentences.lecturer}
          choices={withNobody(props.hosts.lecturers, sentences.nobody)}
        />
      ) : null}
      <div className="mb-4">
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            name="exitExam"
            value="yes"
            className="size-5"
            aria-describedby="plan-exit-exam-hint"
          />
          {sentences.exitExam}
        </label>
        <p id="plan-exit-exam-hint" className="text-ink-2 text-sm">
          {sentences.exitExamHint}
        </p>
      </div>
      <Field name="place" label={sentences.place} required maxLength={100} problems={problems('place')} />
      <Field type="date" name="day" label={sentences.day} required problems={problems('day')} />
      <Field type="time" name="from" label={sentences.from} required problems={problems('from')} />
      <Field type="time" name="to" label={sentences.to} required problems={problems('to')} />
      <button type="submit" className="button button-primary">
        {sentences.plan}
      </button>
    </form>
  )
}

function withNobody(hosts: Hosts['agencies'], nobody: string): Choice[] {
  return [{ value: '', label: nobody }, ...hosts.map(({ id, name }) => ({ value: id, label: name }))]
}

function Select(props: { name: string; label: string; hint?: string; choices: readonly Choice[] }) {
  return (
    <div className="mb-4">
      <label htmlFor={`plan-${props.name}`} className="mb-1 block font-medium">
        {props.label}
      </label>
      {props.hint ? (
        <p id={`plan-${props.name}-hint`} className="mb-1 text-ink-2 text-sm">
          {props.hint}
        </p>
      ) : null}
      <select
        id={`plan-${props.name}`}
        name={props.name}
        className="input"
        {...(props.hint ? { 'aria-describedby': `plan-${props.name}-hint` } : {})}
      >
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
