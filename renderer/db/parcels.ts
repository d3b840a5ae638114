// What waits on a shared desk, packed while its key is here, so that it can be sent when another person works there.
import { fromBase64 } from '#shared/crypto/base64.ts'
import { PARCEL_BYTES, sealParcel } from '#shared/sync/parcel.ts'
import { nextPush } from '#shared/sync/push.ts'
import { random, readKept } from './data-key.ts'
import type { OpenDesk } from './desk.ts'
import { exclusively } from './exclusively.ts'
import type { Parcels } from './work-database.ts'

/** Packs what has come since the last time. Nothing before the first login: no hub is known to which it could be sealed. */
export const packParcels = async (desk: OpenDesk): Promise<void> => {
  const to = (await readKept(desk.kept, desk.group))?.hub?.to
  if (to === undefined) return
  await exclusively(`pinli-parcels-${desk.group}`, async () => {
    const { meta } = desk.database
    const [own, held] = await meta.bulkGet(['desk', 'parcels'])
    if (own?.k !== 'desk') return
    const goesOn = held?.k === 'parcels' && held.to === to && held.client === own.client && held.epoch === own.epoch
    const boxes: Parcels['boxes'] = goesOn ? [...held.boxes] : []
    const before = boxes.length
    for (let next = await nextPush(desk, boxes.at(-1)?.upTo ?? 0, PARCEL_BYTES); next; next = await nextPush(desk, boxes.at(-1)!.upTo, PARCEL_BYTES))
      boxes.push({ upTo: next.commands.at(-1)!.mid, box: sealParcel(fromBase64(to), next, random).box })
    if (boxes.length === before) return
    // The desk may have been erased meanwhile.
    await desk.database.transaction('rw', meta, async () => void ((await meta.get('desk')) && (await meta.put({ k: 'parcels', to, client: own.client, epoch: own.epoch, boxes }))))
  })
}

/** Something of it is packed. */
export const isPacked = async (desk: OpenDesk): Promise<boolean> => {
  await packParcels(desk)
  return (await desk.database.meta.get('parcels')) !== undefined
}

/** The desk is in step: what is packed of it has arrived. */
export const dropParcels = async ({ database }: OpenDesk): Promise<void> => {
  await database.transaction('rw', database.outbox, database.meta, async () => {
    if ((await database.outbox.where('state').equals('waiting').count()) === 0) await database.meta.delete('parcels')
  })
}
