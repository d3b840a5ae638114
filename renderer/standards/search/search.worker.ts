import type { Request } from './protocol.ts'
import { searchHere } from './search-here.ts'

const receive = searchHere(reply => postMessage(reply))
onmessage = ({ data }: MessageEvent<Request>) => receive(data)
