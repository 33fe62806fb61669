'use client'

/** The last net: shown when even the layout failed. */
export default function GlobalError() {
  return (
    <html lang="zh-CN">
      <body>
        <main id="main">
          <h1>服务暂时不可用 · The service is briefly unavailable</h1>
          <p>已保存的内容没有丢失。请稍后再试。</p>
          <p lang="en">Nothing saved was lost. Please try again in a moment.</p>
        </main>
      </body>
    </html>
  )
}
