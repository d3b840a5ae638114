// Plans a chain beside the page: it can take longer than a frame or two.
import { planSteps } from '#shared/bookings/chain.ts'
import type { ChainAsked } from '#shared/bookings/chain/input.ts'

self.onmessage = ({ data }: MessageEvent<ChainAsked>) => { self.postMessage(planSteps(data)) }
