import { companyIndex } from './company-index.ts'
import type { Request } from './protocol.ts'

const answer = companyIndex()
onmessage = ({ data }: MessageEvent<Request>) => {
  const reply = answer(data)
  if (reply) postMessage(reply)
}
