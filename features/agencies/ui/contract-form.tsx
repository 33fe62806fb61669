'use client'

import { useActionState } from 'react'
import { Field } from '@/ui/forms/field'
import { Notice } from '@/ui/layout/notice'
import { addEntriesAction, makeContractAction } from '../actions'

type Sentences = Record<string, string>
type State = Awaited<ReturnType<typeof makeContractAction>>

/** Commissions an agency; lines that named no enterprise stay in the box, to be put right and sent again. */
export function ContractForm(props: {
  sentences: Sentences
  agencyId: string
  programmeId: string
  today: string
  /** Set once the contract is there: then only its list grows. */
  contractId?: string
}) {
  const { sentences, contractId } = props
  const [state, send, isSending] = useActionState(contractId ? addEntriesAction : makeContractAction, {
    status: 'idle',
  } satisfies State as State)
  const problems = (field: string) =>
    state.status === 'invalid' ? state.fields[field]?.map((code) => sentences[code] ?? code) : undefined
  return (
    <form action={send} aria-busy={isSending} className="max-w-xl">
      <Answer state={state} sentences={sentences} />
      {contractId ? (
        <input type="hidden" name="contractId" value={contractId} />
      ) : (
        <>
          <input type="hidden" name="agencyId" value={props.agencyId} />
          <input type="hidden" name="programmeId" value={props.programmeId} />
          <Field name="title" label={sentences.title ?? ''} required maxLength={100} problems={problems('title')} />
          <Field
            type="date"
            name="fromOn"
            label={sentences.fromOn ?? ''}
            defaultValue={props.today}
            required
            problems={problems('fromOn')}
          />
          <Field type="date" name="lastOn" label={sentences.lastOn ?? ''} required problems={problems('lastOn')} />
        </>
      )}
      <Lines
        id={`enterprises-${contractId ?? 'new'}`}
        sentences={sentences}
        left={state.status === 'done' ? String(state.detail?.missing ?? '') : ''}
        problems={problems('enterprises')}
      />
      <button type="submit" className="button button-primary">
        {contractId ? sentences.add : sentences.make}
      </button>
    </form>
  )
}

function Answer({ state, sentences }: { state: State; sentences: Sentences }) {
  if (state.status === 'refused')
    return (
      <Notice tone="stop" live>
        {sentences[state.refusal] ?? state.refusal}
      </Notice>
    )
  if (state.status !== 'done') return null
  const { added = 0, left = 0 } = state.detail ?? {}
  return (
    <Notice tone={left ? 'warn' : 'done'} live>
      {(sentences.listed ?? '').replace('{added}', String(added))}
      {left ? (sentences.left ?? '').replace('{left}', String(left)) : ''}
    </Notice>
  )
}

function Lines(props: { id: string; sentences: Sentences; left: string; problems: readonly string[] | undefined }) {
  const { id, sentences } = props
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block font-medium">
        {sentences.enterprises}
      </label>
      <p id={`${id}-hint`} className="mb-1 text-ink-2 text-sm">
        {sentences.enterprisesHint}
      </p>
      <textarea
        key={props.left}
        id={id}
        name="enterprises"
        className="input"
        rows={6}
        required
        defaultValue={props.left}
        aria-describedby={`${id}-hint`}
      />
      {props.problems?.length ? <p className="mt-1 text-cinnabar text-sm">{props.problems.join(' ')}</p> : null}
    </div>
  )
}
