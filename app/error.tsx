'use client'

/** What a visitor sees when something broke; both languages, as the catalogue cannot be asked here. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="mx-auto max-w-2xl px-4 py-10">
      <h1 className="text-2xl">这一页没有打开 · This page did not open</h1>
      <p className="mt-2">
        已保存的内容没有丢失。请稍后再试；如果还是不行，请通过“投诉建议”告诉我们。
        <br />
        <span lang="en">
          Nothing saved was lost. Please try again; if it fails once more, tell us under “Complaints and suggestions”.
        </span>
      </p>
      {error.digest ? <p className="mt-2 text-ink-3 text-sm">编号 · Reference: {error.digest}</p> : null}
      <p className="mt-6 flex gap-3">
        <button type="button" className="button button-primary" onClick={reset}>
          重试 · Try again
        </button>
        <a className="button" href="/">
          首页 · Home
        </a>
      </p>
    </main>
  )
}
