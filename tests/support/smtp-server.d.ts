declare module 'smtp-server' {
  import type { Readable } from 'node:stream'
  type Callback = (error?: (Error & { responseCode?: number }) | null) => void
  export class SMTPServer {
    constructor(options: {
      disabledCommands?: string[]
      onRcptTo?: (address: { address: string }, session: unknown, callback: Callback) => void
      onData?: (stream: Readable, session: { envelope: { rcptTo: { address: string }[] } }, callback: Callback) => void
    })
    server: import('node:net').Server
    listen(port: number, host: string, listening: () => void): void
    close(closed: () => void): void
    on(event: 'error', listener: (error: Error) => void): void
  }
}
