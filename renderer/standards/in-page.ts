type PagePort<Reply> = Pick<Worker, 'postMessage' | 'terminate'> & { onmessage: ((event: MessageEvent<Reply>) => void) | null; onerror: ((event: ErrorEvent) => void) | null }

/** What a worker does, done in the page itself: on a page that keeps nothing, whose memory no worker sees. `load` brings the worker's side. */
export const portInPage = <Request, Reply>(load: () => Promise<(say: (reply: Reply) => void) => (request: Request) => Promise<void> | void>): PagePort<Reply> => {
  const port: PagePort<Reply> = {
    onmessage: null,
    onerror: null,
    postMessage: (request: Request) => void side.then(receive => receive(structuredClone(request))).catch((error: unknown) => port.onerror?.(new ErrorEvent('error', { message: String(error) }))),
    terminate: () => void (port.onmessage = port.onerror = null),
  }
  const side = load().then(begin => begin(reply => port.onmessage?.(new MessageEvent('message', { data: structuredClone(reply) }))))
  return port
}
