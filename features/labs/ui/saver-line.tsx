import type { SaverState } from './cell-outbox'
import styles from './desk.module.css'
import type { DeskSentences } from './desk-props'

/** How the saving stands, said aloud when it changes. */
export function SaverLine(props: { state: SaverState; note: string; sentences: DeskSentences; onRetry(): void }) {
  const { state, note, sentences } = props
  const text =
    state.kind === 'saved'
      ? sentences.saver.saved.replace('{at}', shanghaiMinute(state.at))
      : sentences.saver[state.kind]
  const isTrouble = state.kind === 'failed' || state.kind === 'closed' || state.kind === 'signedOut'
  return (
    <div className={`${styles.saver} my-2 flex flex-wrap items-center gap-3 text-sm print:hidden`}>
      <p role="status" className={isTrouble ? 'text-cinnabar' : 'text-ink-2'}>
        {text}
      </p>
      <p role="status" className="text-ink-2">
        {note}
      </p>
      {state.kind === 'failed' || state.kind === 'signedOut' ? (
        <button type="button" className="button" onClick={props.onRetry}>
          {sentences.saver.retry}
        </button>
      ) : null}
    </div>
  )
}

function shanghaiMinute(instant: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant))
}
