export const en = {
  history: {
    title: 'Who changed it', here: 'this computer', hub: 'the hub by itself', you: 'this computer’s account', waiting: 'waits to be sent', from: '{old} → {now}', empty: '(empty)', to: 'to {at}', none: 'No change is on record.', loading: 'Asking the hub', more: 'Older ones are not shown.',
    alone: 'No hub: this is what this computer remembers.', onlyHere: 'The hub’s record cannot be seen: {why} This is what this computer remembers: what waits, and what it has just sent.', notThere: 'The hub does not have this record yet, or you may not see it.',
  },
}
