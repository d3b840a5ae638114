export const en = {
  lock: {
    title: 'Unlock', locked: 'Locked', stop: '. ', lead: 'Nothing is synced while locked; it goes on by itself afterwards.', unlock: 'Unlock', busy: 'Unlocking', wrong: 'Not the passphrase. Type it again.', wait: ' Try again in {n} s.',
    old: 'The hub took the new passphrase, but could not open what the old one locks here. Unlock with the old one.',
    waitingSafe: 'sealed on this computer: safe while locked, switched off or without power', pages: 'Open pages', tabs: 'Tabs: {n}', pagesKept: 'as they were after unlocking, but for what was not saved',
    forgotten: 'Forgotten? Ask for a one-time secret, then “Another user”', back: 'Back to unlocking',
    other: 'Another user', otherTitle: 'Somebody else', other1: 'Those listed need no network', other2: 'Only its owner opens what is locked', other3: 'What waits is kept, in its owner’s name',
    afterwards: 'Afterwards', change: 'Somebody else', waits: '{n} steps not sent', unread: 'Its data does not open', nobody: 'Before anybody logged in',
    hidden: 'Not shown while locked', hiddenText: 'Names of customers, numbers and titles of tabs.',
    notYet: 'Nobody has logged in on this computer yet, so no passphrase could unlock it: it can’t be locked.',
    screen: 'Lock', screenHint: 'Locks all windows; the passphrase unlocks', idle: 'Lock when idle for', minutes: '{n} minutes', now: 'Lock now', nowHint: 'What was typed and not saved is lost: save first.',
    sealed: 'Sealed', sealedText: 'Contacts, phone numbers, what waits to be sent and its copy are sealed on this computer. After the first login only the passphrase, the system’s keyring or an open window opens them, and the hub gives the key back to whoever forgot the passphrase. What waits is also sealed to the hub: whoever logs in on this computer sends it without seeing it, and of a computer that was surrendered an administrator opens it on the hub’s machine. Before the first login the key lies beside them, so they are as good as open. Names of companies, bookings and notes are not sealed: encrypt the disk.',
  },
}
